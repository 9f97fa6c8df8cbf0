/** `npm run -s fuzz-import -- --count 100000 --json`: many damaged files, in one process, ending by itself. */
import { parseArgs } from 'node:util';
import { fuzzImport } from './fuzz-import.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const report = await fuzzImport(Number(values.count), Number(values.seed));
const { inputs, accepted, refused, asked, crashes, slow, halfSaved, slowestMs, seconds } = report;
process.stdout.write(
  values.json
    ? `${JSON.stringify(report)}\n`
    : `${inputs} damaged files in ${seconds} s: ${accepted} read, ${refused} refused, ${asked} asked about; ` +
        `${crashes.length} crashes, ${slow.length} over 5 s (slowest ${slowestMs} ms), ${halfSaved.length} half saved\n`,
);
process.exitCode = crashes.length + slow.length + halfSaved.length === 0 ? 0 : 1;

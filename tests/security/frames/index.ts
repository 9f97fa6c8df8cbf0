/** `npm run -s frames -- --count 100000 --seed 1 --json`: S5 in full. Exit code 1 when the server fell, grew or kept people waiting. */
import { parseArgs } from 'node:util';
import { isBorne } from './borne.ts';
import { storm } from './storm.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  process.stderr.write('Say how many as whole numbers: frames --count 100000 --seed 1\n');
  process.exit(2);
}
const told = await storm({ count, seed });
process.stdout.write(`${values.json ? JSON.stringify(told) : JSON.stringify(told, null, 2)}\n`);
process.exitCode = isBorne(told) ? 0 : 1;

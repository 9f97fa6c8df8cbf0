/** `npm run -s bench -- [--json] [--quick] [--only PART,...]`: bars B1 to B7. Exit 1 when a ratio, a count or a size is over its bar. */
import { BENCH_PARTS, parsedArguments } from './bench-arguments.ts';
import type { BenchPart } from './bench-arguments.ts';
import { measureAcks } from './acks.ts';
import { measureCost } from './cost.ts';
import { measureFeel } from './feel.ts';
import { measureDownstream } from './downstream.ts';
import { failuresOf } from './gates.ts';
import type { Report } from './gates.ts';
import { measureGroupCommit } from './group-commit.ts';
import { measureGrowth } from './growth.ts';
import { measureManyRooms } from './many-rooms.ts';
import { measureScreen } from './screen.ts';
import { tableOf } from './table.ts';

const { json, quick, only } = parsedArguments(process.argv.slice(2));

const MEASURES: Record<BenchPart, () => Promise<Report>> = {
  async cost() {
    const { cpuRatio, rounds, ack, bareAck } = await measureCost({ seconds: quick ? 2 : 8 });
    return { cpuRatio, cpuRounds: rounds, ack: { paced: ack, barePaced: bareAck } };
  },
  async ack() {
    return { ack: await measureAcks({ bursts: quick ? 4 : 30 }) };
  },
  commit: () => measureGroupCommit({ rounds: quick ? 5 : 40 }),
  screen: () => measureScreen(quick ? { seconds: 2, bursts: 3 } : { seconds: 10, bursts: 15 }),
  rooms: () => measureManyRooms(quick ? { rooms: 8, seconds: 4 } : { rooms: 40, seconds: 20 }),
  async growth() {
    const sizes: [number, number] = quick ? [500, 5_000] : [500, 50_000];
    return { growth: await measureGrowth({ sizes, commands: 6_000 }) };
  },
  async phone() {
    const { downstreamBytesPerPhone, median } = await measureDownstream({ employers: quick ? 6 : 18 });
    return { downstreamBytesPerPhone, downstreamBytesMedian: median };
  },
  async feel() {
    return { feel: await measureFeel() };
  },
};

const report: Report = {};
for (const part of BENCH_PARTS.filter((each) => only === null || only.includes(each))) {
  if (!json) console.log(`${part} ...`);
  const { ack, ...figures } = await MEASURES[part]();
  Object.assign(report, figures);
  if (ack) report.ack = { ...report.ack, ...ack };
}
if (json) console.log(JSON.stringify(report));
else console.log(tableOf(report));
const failures = failuresOf(report);
for (const failure of failures) console.error(failure);
process.exit(failures.length > 0 ? 1 : 0);

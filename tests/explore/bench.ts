/**
 * npm run -s explore-bench -- --json: server time and weight of every public page with 1,000 occupations and 200 pathways, and what
 * making them ready costs. The weight is what a browser fetches to show the page: the document, its styles, scripts and fonts,
 * packed as they are sent. The processor's time is that of the whole process, which asks as well as answers.
 */
import { parseArgs } from 'node:util';
import { HeldLoop } from './held-loop.ts';
import { COMMUNITY, openPublicServer, publicPaths, receive } from './public-pages.ts';
import { weightOf } from './weight.ts';

const MOST_MS = 50;
const MOST_BYTES = 150 * 1024;
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, each: { type: 'string', default: '40' } },
});

const edition = COMMUNITY();
const held = new HeldLoop();
const server = await openPublicServer(edition);
const pages = [];
try {
  held.start();
  const readyAt = performance.now();
  await server.services.explore.version();
  const readyMs = performance.now() - readyAt;
  const longestTurnMs = held.stop();
  const paths = publicPaths(server.edition, Number(values.each));
  const first = await receive(`${server.address}/explore`);
  for (const [page, addresses] of Object.entries(paths)) {
    const times: { ms: number; cpu: number }[] = [];
    for (const path of [...addresses.slice(0, 5), ...addresses]) {
      const before = process.cpuUsage();
      const { status, ms } = await receive(server.address + path);
      const { user, system } = process.cpuUsage(before);
      if (status !== 200) throw new Error(`${path} gave ${status}.`);
      times.push({ ms, cpu: (user + system) / 1_000 });
    }
    // The first five warm up what the runtime compiles.
    const measured = times.slice(5);
    const at = (of: 'ms' | 'cpu', share: number): number => {
      const sorted = measured.map((each) => each[of]).sort((a, b) => a - b);
      return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
    };
    const weight = await weightOf(server.address, addresses[0] ?? '/');
    const wall = { p50: at('ms', 0.5), p95: at('ms', 0.95), max: at('ms', 1) };
    const cpu = { cpuP50: at('cpu', 0.5), cpuP95: at('cpu', 0.95) };
    pages.push({ page, requests: measured.length, ...wall, ...cpu, ...weight });
  }
  const slowest = Math.max(...pages.map(({ p95 }) => p95));
  const slowestCpu = Math.max(...pages.map(({ cpuP95 }) => cpuP95));
  const heaviest = Math.max(...pages.map(({ bytes }) => bytes));
  const isGood = slowest <= MOST_MS && heaviest <= MOST_BYTES;
  const made = { readyMs: round(readyMs), longestTurnMs: round(longestTurnMs), firstMs: round(first.ms) };
  const report = { ...made, slowestP95: slowest, slowestCpu, heaviestBytes: heaviest, isGood, pages };
  console.log(values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
  process.exitCode = isGood ? 0 : 1;
} finally {
  await server.close();
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/**
 * npm run -s explore-bench -- --json: server time and weight of every public page with 1,000 occupations and 200 pathways.
 * The weight is what a browser fetches to show the page: the document, its styles, scripts and fonts, packed as they are sent.
 */
import { parseArgs } from 'node:util';
import { COMMUNITY, openPublicServer, publicPaths, receive } from './public-pages.ts';
import { weightOf } from './weight.ts';

const MOST_MS = 50;
const MOST_BYTES = 150 * 1024;
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, each: { type: 'string', default: '40' } },
});

const server = await openPublicServer(COMMUNITY());
const pages = [];
try {
  const paths = publicPaths(server.edition, Number(values.each));
  const first = await receive(`${server.address}/explore`);
  for (const [page, addresses] of Object.entries(paths)) {
    const times: number[] = [];
    for (const path of [...addresses.slice(0, 5), ...addresses]) {
      const { status, ms } = await receive(server.address + path);
      if (status !== 200) throw new Error(`${path} gave ${status}.`);
      times.push(ms);
    }
    // The first five warm up what the runtime compiles.
    const sorted = times.slice(5).sort((a, b) => a - b);
    const at = (share: number): number =>
      round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
    const weight = await weightOf(server.address, addresses[0] ?? '/');
    pages.push({ page, requests: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1), ...weight });
  }
  const slowest = Math.max(...pages.map(({ p95 }) => p95));
  const heaviest = Math.max(...pages.map(({ bytes }) => bytes));
  const isGood = slowest <= MOST_MS && heaviest <= MOST_BYTES;
  const report = { firstMs: round(first.ms), slowestP95: slowest, heaviestBytes: heaviest, isGood, pages };
  console.log(values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
  process.exitCode = isGood ? 0 : 1;
} finally {
  await server.close();
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/**
 * B6: `npm run -s size -- --json`. All the JavaScript a phone route can load, after brotli, in KB; 1 when one is over the bar. What of
 * it comes before the first words is told beside.
 */
import { parseArgs } from 'node:util';
import { brotliKB, BuiltPages } from './built-pages.ts';

const MOST_KB = 75;
/** What somebody with a phone opens: the first page, where a code is typed, and everything behind the code. */
const isPhones = (route: string): boolean => route === '/' || /^\/join(\/|$)/.test(route);

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const pages = await BuiltPages.read();
const sizes: Record<string, number> = {};
const first: Record<string, number> = {};
for (const route of pages.routes.filter(isPhones)) {
  sizes[route] = await brotliKB(pages.filesOf(route, { withLate: true }));
  first[route] = await brotliKB(pages.filesOf(route, { withLate: false }));
}
const over = Object.entries(sizes).filter(([, kb]) => kb > MOST_KB);
if (values.json) console.log(JSON.stringify(sizes));
else
  for (const [route, kb] of Object.entries(sizes)) {
    const before = first[route] ?? kb;
    const parts = kb > before ? `, ${before.toFixed(1)} KB until its first words` : '';
    console.log(`${kb.toFixed(1).padStart(6)} KB  ${route}${parts}`);
  }
for (const [route, kb] of over)
  console.error(`${route} loads ${kb} KB of JavaScript after brotli; a phone's route may load ${MOST_KB}.`);
process.exitCode = over.length > 0 ? 1 : 0;

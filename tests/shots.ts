/**
 * npm run shots: pictures of every route and state at three sizes, in shots/, with an index.html to look at them.
 * npm run shots -- --only screen revealed: only pictures with one of these words in their names.
 */
import { resolve } from 'node:path';
import { Camera } from './shots/camera.ts';
import { writeContactSheet } from './shots/contact-sheet.ts';
import { openHouse } from './shots/house.ts';
import { readOptions } from './shots/options.ts';
import { takeAll } from './shots/take-all.ts';

/** More than this, and something hangs. */
const LONGEST_MS = 8 * 60_000;

const { only, out, port, seed } = readOptions(process.argv.slice(2));
const startedAt = performance.now();
const impatient = setTimeout(() => {
  console.error('The pictures took longer than eight minutes: something hangs.');
  process.exit(1);
}, LONGEST_MS);
const camera = new Camera(resolve(out), only);
const house = await openHouse(port);
try {
  await takeAll(camera, house, seed);
} finally {
  writeContactSheet(resolve(out), camera.pictures);
  await house.close();
  clearTimeout(impatient);
}
const found = new Map<string, string[]>();
for (const { file, findings } of camera.pictures)
  for (const finding of findings) found.set(finding, [...(found.get(finding) ?? []), file]);
for (const [finding, files] of found) console.log(`${finding} (${files.length}, first ${files[0] ?? ''})`);
for (const problem of camera.problems) console.error(`Not finished: ${problem}`);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
console.log(`${camera.pictures.length} pictures in ${seconds} s: ${resolve(out)}/index.html`);
process.exitCode = camera.problems.length > 0 ? 1 : 0;

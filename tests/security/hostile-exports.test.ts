/** S6 A7: what a hostile room leaves in every file that can be taken away, during the workshop and after it: words, and nothing that runs. */
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { typedText } from '../../src/lib/protocol/typed-text.ts';
import { exportFormats } from '../../server/export/revision-export.ts';
import { guardText } from '../../server/lmi/inert-text.ts';
import { openTestServer } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';
import { HostileRoom, SHOWN } from './hostile-room.ts';
import { HOSTILE } from './hostile-strings.ts';

let server: TestServer;
/** Every file, by where it was; of a zip each file in it. */
const files = new Map<string, Uint8Array>();
const texts = (ending: RegExp): [string, string][] =>
  [...files].filter(([name]) => ending.test(name)).map(([name, bytes]) => [name, strFromU8(bytes)]);

function keep(name: string, bytes: Uint8Array): void {
  if (!/\.(zip|xlsx|pptx)$/.test(name)) return void files.set(name, bytes);
  for (const [inside, content] of Object.entries(unzipSync(bytes))) keep(`${name}/${inside}`, content);
}

beforeAll(async () => {
  server = await openTestServer();
  const { workshops, revisions, materials, staff, audit } = server.services;
  const room = await HostileRoom.open(server);
  await room.sayEverything();
  keep('so-far.zip', (await workshops.exportSoFar(room.id))?.bytes ?? new Uint8Array());
  await room.ask({ type: 'workshop.close' });
  const revision = await room.publish();
  room.close();
  for (const format of exportFormats) {
    const made = await revisions.export(revision, format);
    if (made) keep(`revision-${format}-${made.fileName}`, made.bytes);
  }
  const { setup } = (await workshops.get(room.id)) ?? {};
  for (const name of HOSTILE) {
    const session = await staff.session((await staff.exchange(await staff.offerLink({ name }))) ?? '');
    if (session && setup)
      await server.services.onBehalfOf(session).workshops.saveTemplate(typedText().parse(name), setup);
  }
  files.set('plumbline-audit.csv', Buffer.from(await audit.csv()));
  const started = await materials.start({
    kinds: ['sheet', 'brochure', 'handout', 'slides'],
    codes: room.occupations,
    paper: 'a4',
  });
  if ('message' in started) throw new Error(started.message);
  while (materials.job(started.job)?.status === 'running') await new Promise(setImmediate);
  keep('materials.zip', materials.result(started.job)?.bytes ?? new Uint8Array());
}, 120_000);
afterAll(async () => {
  console.info(`S6 exports: ${SHOWN.length} strings, ${files.size} files`);
  await server.close();
});

/** With either separator: half of Europe's spreadsheets part a row at semicolons, quoted for a comma or not. */
function cellsOf(csv: string): string[] {
  const commas: string[][] = parse(csv, { bom: true, relax_column_count: true });
  const semicolons = csv.split(/[;\r\n]/);
  return [...commas.flat(), ...semicolons];
}

test('S6 A7 no cell of any table begins like a formula, whichever sign parts the cells', () => {
  const tables = texts(/\.csv$/);
  let cells = 0;
  for (const [name, csv] of tables)
    for (const cell of cellsOf(csv)) {
      cells += 1;
      const isNumber = /^-?\d+(\.\d+)?(,|$)/.test(cell);
      if (!isNumber) expect([name, cell, /^[=+\-@\t＝＋－＠]/.test(cell)]).toEqual([name, cell, false]);
    }
  console.info(`S6 A7 tables: ${tables.length}, ${cells} cells`);
  expect(tables.length).toBeGreaterThan(40);
});

test('S6 A7 no workbook holds a formula, and no document a script or an address of theirs', () => {
  const parts = texts(/\.(xml|rels)$/);
  expect(parts.length).toBeGreaterThan(50);
  for (const [name, xml] of parts) {
    expect([name, /<f[ >/]/.test(xml)]).toEqual([name, false]);
    expect([name, /<(script|iframe|img)\b|Target="(https?:\/\/evil|javascript)/i.test(xml)]).toEqual([
      name,
      false,
    ]);
    // No half of a sign, and nothing that XML does not allow.
    expect([name, /[[\p{Cc}\p{Cs}]--[\n\r\t]]/v.test(xml)]).toEqual([name, false]);
    expect([name, /&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(xml)]).toEqual([name, false]);
  }
});

test('S6 every page has no tag and no address of theirs', () => {
  const pages = texts(/\.html$/);
  expect(pages.length).toBeGreaterThan(4);
  for (const [name, html] of pages) {
    const tags = html.match(/<[a-z!/][^>]*>/gi) ?? [];
    const theirs = tags.filter((tag) =>
      /<\/?(script|iframe|img|svg|base|form|body on|details|math)|\son\w+=|evil|javascript:|__ran/i.test(tag),
    );
    expect([name, theirs.filter((tag) => !/^<\/?svg/.test(tag) || /on\w+=/.test(tag))]).toEqual([name, []]);
  }
});

test('S6 every JSON is JSON, without a sign a page could take for mark-up', () => {
  const documents = texts(/\.(json|jsonld)$/);
  expect(documents.length).toBeGreaterThan(8);
  for (const [name, json] of documents) expect(() => JSON.parse(json) as unknown, name).not.toThrow();
});

test('S6 the words are in the files as they were typed', () => {
  const said = texts(/\.csv$/)
    .map(([, csv]) => csv)
    .join('\n');
  const words = SHOWN.filter((text) => text.length > 3 && !text.includes('"'));
  expect(words.length).toBeGreaterThan(60);
  expect(words.filter((text) => !said.includes(guardText(text)))).toEqual([]);
});

test('S6 of what nobody can see nothing is in a name of staff', () => {
  const audit = texts(/audit\.csv$/)[0]?.[1] ?? '';
  expect(audit.split('\n').length).toBeGreaterThan(100);
  expect(audit).not.toMatch(/[[\p{Cc}--[\r\n]]\p{Cs}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/v);
});

/** S6: a hundred hostile strings through every text field of the protocol and into every export: nothing runs, nothing breaks. */
import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { internalCommand, roomCommand } from '../../src/lib/protocol/commands/index.ts';
import { profile } from '../../src/lib/protocol/people.ts';
import { proceedingsHtml } from '../../server/export/proceedings-html.ts';
import { proceedingsMarkdown } from '../../server/export/proceedings-markdown.ts';
import { tableCsv } from '../../server/export/table-csv.ts';
import { revisionWorkbook } from '../../server/export/workbook.ts';
import type { Dataset } from '../../server/lmi/dataset.ts';
import type { Revision } from '../../server/lmi/revision.ts';
import { bundleTables } from '../../server/lmi/tables/bundle-tables.ts';
import { rowsOf } from '../../server/lmi/tables/rows-of.ts';
import { HOSTILE } from './hostile-strings.ts';
import { MarkedRoom } from './marked-room.ts';

let made: Revision & { proceedings: NonNullable<Revision['proceedings']> };
let dataset: Dataset;
beforeAll(async () => {
  const room = await MarkedRoom.play();
  const { workshops, datasets } = room.server.services;
  const { workshop } = room.server;
  await workshops.close(workshop);
  await workshops.startReview(workshop);
  const draft = await workshops.draftRevision(workshop);
  const found = draft && (await datasets.get(draft.dataset.id));
  await room.close();
  if (!draft?.proceedings || !found) throw new Error('There is no draft of a revision.');
  made = { ...draft, proceedings: draft.proceedings };
  dataset = found;
}, 120_000);

let fields = 0;
let exported = 0;
afterAll(() =>
  console.info(`S6 strings: ${HOSTILE.length} through ${fields} fields and ${exported} exports`),
);

/** Every field that takes what a person types. */
function* typedFields(schema: z.ZodType, path: string): Generator<[string, z.ZodString]> {
  if (schema instanceof z.ZodObject)
    for (const [key, field] of Object.entries(schema.shape))
      yield* typedFields(field as z.ZodType, `${path}.${key}`);
  else if (schema instanceof z.ZodArray) yield* typedFields(schema.element as z.ZodType, `${path}[]`);
  else if (schema instanceof z.ZodNullable) yield* typedFields(schema.unwrap() as z.ZodType, path);
  else if (schema instanceof z.ZodUnion)
    for (const option of schema.options) yield* typedFields(option as z.ZodType, path);
  // An id is compared, never shown; what is typed is trimmed.
  else if (schema instanceof z.ZodString && schema.safeParse('  words  ').data === 'words')
    yield [path, schema];
}

test('S6 of what nobody can see nothing is left, in any field a person types into', () => {
  const roots = [...roomCommand.options, ...internalCommand.options].map(
    (schema) => [schema.shape.type.value, schema] as const,
  );
  const all = [...roots, ['profile', profile] as const].flatMap(([name, schema]) => [
    ...typedFields(schema, name),
  ]);
  for (const [path, schema] of all)
    for (const text of HOSTILE) {
      const { success, data = '' } = schema.safeParse(text);
      if (!success) continue;
      expect([path, text, /[[\p{Cc}--\n]\p{Cs}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/v.test(data)]).toEqual([
        path,
        text,
        false,
      ]);
    }
  fields = all.length;
  expect(fields).toBeGreaterThan(40);
  expect(HOSTILE).toHaveLength(100);
  expect(new Set(HOSTILE).size).toBe(100);
});

/** The same with every text in the place of which a person's could stand replaced; keys and numbers stay. */
function filled<T>(value: T, text: string): T {
  if (typeof value === 'string') return text as T;
  if (Array.isArray(value)) return value.map((each: unknown) => filled(each, text)) as T;
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        ['status', 'kind'].includes(key) ? each : filled(each, text),
      ]),
    ) as T;
  return value;
}

/** What a reader of HTML takes for mark-up. */
const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

test('S6 the page of the proceedings has the same tags, whatever was typed', () => {
  const of = (text: string): string[] => tags(proceedingsHtml(filled(made.proceedings, text), [text]));
  const plain = of('words');
  expect(plain.length).toBeGreaterThan(100);
  for (const text of HOSTILE) {
    expect([text, of(text)]).toEqual([text, plain]);
    exported += 1;
  }
});

test('S6 the Markdown of the proceedings has no link, image, mark-up or heading of theirs', () => {
  const of = (text: string): string => proceedingsMarkdown(filled(made.proceedings, text), [text]);
  const starts = (markdown: string): string[] =>
    markdown.split('\n').map((line) => /^(#+ |- |> ?|\| |\*\*)?/.exec(line)?.[0] ?? '');
  const plain = starts(of('words'));
  for (const text of HOSTILE.filter((each) => !/[\r\n\u2028]/.test(each))) {
    const markdown = of(text);
    expect([text, /<|(?<!\\)\]\(|(?<!\\)!\[|(?<!\\)`/.test(markdown)]).toEqual([text, false]);
    expect([text, starts(markdown)]).toEqual([text, plain]);
    exported += 1;
  }
});

test('S6 A7 no cell of a table runs, and every row keeps its columns', () => {
  const rows = rowsOf({ ...made, dataset });
  for (const text of HOSTILE)
    for (const table of bundleTables) {
      const [first] = rows[table.name] ?? [];
      if (!first) continue;
      const row = Object.fromEntries(
        table.columns.map(({ name, type }) => [
          name,
          type === 'text' || type === 'value' ? text : (first[name] ?? null),
        ]),
      );
      const records: string[][] = parse(tableCsv(table, [row, row]), { record_delimiter: ['\r\n'] });
      const [head, ...read] = records;
      expect(read).toHaveLength(2);
      for (const cells of read) {
        expect(cells).toHaveLength(head?.length ?? 0);
        for (const [index, { type }] of table.columns.entries())
          if (type === 'text') expect([text, /^[=+\-@\t\r]/.test(cells[index] ?? '')]).toEqual([text, false]);
      }
      exported += 1;
    }
});

test('S6 A7 a workbook holds no formula and no mark-up of theirs', async () => {
  const [one] = made.adjustments;
  const adjustments = HOSTILE.map((text) => ({
    ...filled(one, text),
    id: `a-${randomUUID()}`,
    status: one?.status ?? 'proposed',
  }));
  const bytes = await revisionWorkbook(
    { ...made, adjustments: adjustments as Revision['adjustments'] },
    dataset,
  );
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /worksheets|sharedStrings/.test(name));
  for (const [name, content] of parts) {
    const xml = strFromU8(content);
    expect([name, /<f[ >/]/.test(xml), /<(script|img|svg|iframe|style)/i.test(xml)]).toEqual([
      name,
      false,
      false,
    ]);
  }
  exported += HOSTILE.length;
});

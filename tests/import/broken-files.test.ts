import { describe, expect, test } from 'vitest';
import { importLimits } from '../../server/import/limits.ts';
import { namedWorkbook } from '../../server/import/tables/workbook-guard.ts';
import { blsHeader, blsRow, importOf, longHeader } from './file-of.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from([...values, ...Array<number>(40).fill(1)]);
const good = [blsHeader, blsRow()].join('\r\n');

function utf16(text: string, order: 'le' | 'be', withMark: boolean): Uint8Array {
  const buffer = Buffer.from(withMark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? buffer : buffer.swap16();
}

describe('files that are no table: a report, no dataset, nothing thrown', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty', new Uint8Array(), 'empty'],
    ['only spaces', '  \r\n \r\n', 'no text'],
    ['a workbook', bytes(0x50, 0x4b, 3, 4), 'Excel workbook'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), 'old Excel workbook'],
    ['a PDF', '%PDF-1.7 x', 'PDF'],
    ['compressed', bytes(0x1f, 0x8b), 'compressed'],
    ['binary', bytes(0x41, 0x00, 0x01, 0x02), 'no text'],
    ['a web page', '\n<!DOCTYPE html><html><body>Not found</body></html>', 'web page'],
    ['JSON that is no list', '{"a": 1}', 'JSON'],
    ['broken JSON', '[{"a": 1},', 'JSON'],
    ['another encoding', Buffer.from('a,b\nr\u00e9sum\u00e9,1\n', 'latin1'), 'Line 2 is not UTF-8'],
    ['another table', 'name,age\nAnn,7\n', 'Start from a template'],
    ['a header and no rows', `${longHeader}\r\n`, 'no rows'],
  ])('%s', async (_name, content, words) => {
    const { ok, preview, dataset } = await importOf(content);
    expect({ ok, dataset }).toEqual({ ok: false, dataset: null });
    expect(preview.problems).toHaveLength(1);
    expect(preview.problems[0]).toContain(words);
  });

  test.each([
    ['bytes', Uint8Array.from([0xa3, 0xff, 0x0a, 0x91, 0x00])],
    ['a text that breaks off in zeros', `${good}\r\n\0\0\0`],
  ])('%s under the name of a workbook are told by that name', async (_what, content) => {
    for (const fileName of ['oesm24.xlsx', 'OESM24.XLS']) {
      const { preview, dataset } = await importOf(content, fileName);
      expect({ problems: preview.problems, dataset }).toEqual({ problems: [namedWorkbook], dataset: null });
    }
    expect((await importOf(content)).preview.problems).not.toContain(namedWorkbook);
  });

  test('a table with the name of a workbook is read all the same', async () => {
    expect(await importOf(good, 'saved-as.xlsx')).toMatchObject({ ok: true });
  });

  test('missing columns are named', async () => {
    const { preview } = await importOf([
      blsHeader.replace('"Occupation Code",', '"Code of something",'),
      blsRow(),
    ]);
    expect(preview.problems[0]).toContain('columns are missing: Occupation Code');
    const long = await importOf([longHeader.replace(',unit', ''), 'x']);
    expect(long.preview.problems[0]).toContain('columns are missing: unit');
  });

  test('two columns of one name are refused', async () => {
    const { preview } = await importOf([`${longHeader},value`, 'x']);
    expect(preview.problems[0]).toContain('Two columns are called "value"');
  });

  test('a quotation mark that is never closed is named with its line', async () => {
    const { ok, preview } = await importOf(`${good}\r\n"Actors,27-2011\r\n${blsRow()}`);
    expect(ok).toBe(false);
    expect(preview.problems[0]).toMatch(/line 3/);
  });

  test('a file without one row that can be kept changes nothing', async () => {
    const { dataset, preview } = await importOf([blsHeader, blsRow({ code: 'x' })]);
    expect(dataset).toBeNull();
    expect(preview.problems[0]).toContain('None of the rows');
    expect(preview.rejectedCount).toBe(1);
  });
});

describe('encodings that are understood', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${good}`), 'utf-8'],
    ['UTF-16 little end first', utf16(good, 'le', true), 'utf-16le'],
    ['UTF-16 big end first', utf16(good, 'be', true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(good, 'le', false), 'utf-16le'],
  ])('%s', async (_name, content, encoding) => {
    const { ok, preview } = await importOf(content);
    expect(preview).toMatchObject({ encoding, observations: 9 });
    expect(ok).toBe(true);
  });

  test.each([';', '\t'])('a table divided by %j', async (delimiter) => {
    const row = '29-1141,Registered nurses,US,employment,2024,persons,5,,,,,mine';
    const { ok } = await importOf([longHeader.replaceAll(',', delimiter), row.replaceAll(',', delimiter)]);
    expect(ok).toBe(true);
  });
});

describe('B8 huge files stop with a clear report', () => {
  test('too many bytes', async () => {
    for (const beginning of ['PK\x03\x04', '[{"a": 1},\n']) {
      const packed = Buffer.alloc(importLimits.bytes + 1, ' ');
      packed.write(beginning, 'latin1');
      const { preview } = await importOf(packed);
      expect(preview.problems[0]).toContain('at most 20 MB');
    }
  });

  test('a row without end', async () => {
    const { preview } = await importOf(`${good}\r\n"${'x'.repeat(importLimits.recordCharacters * 2)}`);
    expect(preview.problems[0]).toMatch(/line 3 is longer than 100000 characters/);
  });

  test('too many rows', async () => {
    const row = (area: number) => `29-1141,t,${area},employment,2024,persons,5,,,,,mine\n`;
    const rows = Array.from({ length: importLimits.records + 1 }, (_, area) => row(area));
    const { dataset, preview } = await importOf(`${longHeader}\n${row(0).repeat(500)}${rows.join('')}`);
    expect(dataset).toBeNull();
    expect(preview.problems[0]).toContain('More than 100000 rows');
    expect(preview.rejected).toHaveLength(importLimits.listed);
    expect(preview.rejectedCount).toBeGreaterThan(importLimits.listed);
  });

  test('too many columns', async () => {
    const { preview } = await importOf(`${longHeader}${',x'.repeat(importLimits.columns)}\n`);
    expect(preview.problems[0]).toContain('at most 200');
  });
});

import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** Reads a sheet's cells straight from the workbook's XML, so that the sample is not checked with the reader that made it. */
export function workbookCells(file: URL, sheetNumber: number): (column: string, row: number) => string {
  const parts = unzipSync(readFileSync(file), {
    filter: ({ name }) => name === 'xl/sharedStrings.xml' || name === `xl/worksheets/sheet${sheetNumber}.xml`,
  });
  const part = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '');
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si\b[^>]*>(.*?)<\/si>/gs)].map(([, text = '']) =>
    textIn(text),
  );
  const cells = new Map<string, string>();
  for (const [, attributes = '', content = ''] of part(`xl/worksheets/sheet${sheetNumber}.xml`).matchAll(
    /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const reference = / r="([A-Z]+\d+)"/.exec(` ${attributes}`)?.[1];
    const value = /<v>(.*?)<\/v>/s.exec(content)?.[1];
    if (reference === undefined) continue;
    const isShared = / t="s"/.test(` ${attributes}`);
    cells.set(
      reference,
      isShared ? (shared[Number(value)] ?? '') : value === undefined ? textIn(content) : unescape(value),
    );
  }
  return (column, row) => cells.get(`${column}${row}`) ?? '';
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => unescape(text)).join('');
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** Workbooks made in a test, cell by cell. */
import { strToU8, zipSync } from 'fflate';

/** A list of texts is one cell of rich text: runs, as a footnote number in small letters makes them. */
export type Cell = string | number | readonly string[];
export type Rows = readonly (readonly Cell[])[];

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const column = (place: number): string =>
  place < 26 ? String.fromCharCode(65 + place) : `A${String.fromCharCode(39 + place)}`;

const run = (text: string): string => `<t xml:space="preserve">${escape(text)}</t>`;
const inner = (cell: string | readonly string[]): string =>
  typeof cell === 'string' ? run(cell) : cell.map((text) => `<r>${run(text)}</r>`).join('');

function sheetXml(rows: Rows, merged: readonly string[]): string {
  const body = rows.map((cells, row) => {
    const made = cells.map((cell, place) => {
      const at = `${column(place)}${row + 1}`;
      if (cell === '') return '';
      return typeof cell === 'number'
        ? `<c r="${at}"><v>${cell}</v></c>`
        : `<c r="${at}" t="inlineStr"><is>${inner(cell)}</is></c>`;
    });
    return `<row r="${row + 1}">${made.join('')}</row>`;
  });
  const merges =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData>${merges}</worksheet>`;
}

/** A workbook with these sheets, as small as the format allows; `merged` cells, as "A1:D1", on each of them. */
export function workbook(sheets: Readonly<Record<string, Rows>>, merged: readonly string[] = []): Uint8Array {
  const names = Object.keys(sheets);
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = names.map(
    (name, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const links = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const parts = names.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${parts.join('')}</Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
  };
  for (const [at, name] of names.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheets[name] ?? [], merged);
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    mtime: '1990-01-01',
  });
}

/** One table as CSV: RFC 4180, UTF-8 without a mark, CRLF, header first; text cells inert (A7). */
import { stringify } from 'csv-stringify/sync';
import { writeCell } from '../lmi/tables/cell.ts';
import type { Row, Table } from '../lmi/tables/table.ts';

export function tableCsv({ columns }: Table, rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => writeCell(column, row[column.name] ?? null)));
  return stringify([columns.map(({ name }) => name), ...cells], {
    record_delimiter: '\r\n',
    // The writer itself quotes a cell only for the whole delimiter; a lone CR or LF would end the record elsewhere.
    quoted_match: /[\r\n]/,
  });
}

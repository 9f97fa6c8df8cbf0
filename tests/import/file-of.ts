import { importFile } from '../../server/import/import-file.ts';
import type { ImportResult } from '../../server/import/preview.ts';
import { loadCodeList } from '../../server/sample/code-list.ts';

const utf8 = new TextEncoder();

/** Imports a table given as lines, or as bytes. */
export function importOf(
  content: string | Uint8Array | readonly string[],
  fileName = 'table.csv',
): Promise<ImportResult> {
  const text =
    typeof content === 'string' || content instanceof Uint8Array ? content : `${content.join('\r\n')}\r\n`;
  const bytes = typeof text === 'string' ? utf8.encode(text) : text;
  return importFile(bytes, fileName, {
    area: 'Colorado',
    now: Date.UTC(2026, 10, 22),
    codeList: loadCodeList(),
  });
}

export const blsHeader =
  '"Occupation Title","Occupation Code","Employment 2024","Employment 2034","Employment Change, 2024-2034","Employment Percent Change, 2024-2034","Occupational Openings, 2024-2034 Annual Average","Median Annual Wage 2024","Typical Entry-Level Education","Education Code","Work Experience in a Related Occupation","Workex Code","Typical on-the-job Training","trCode"';

/** A row as BLS publishes it, with some cells changed. */
export function blsRow(
  parts: { title?: string; code?: string; employment?: string; wage?: string } = {},
): string {
  const {
    title = 'Registered nurses    * RN* Staff Nurse',
    code = '="29-1141"',
    employment = '3,391.0',
    wage = '93,600',
  } = parts;
  const cells = [
    title,
    code,
    employment,
    '3,557.1',
    '166.1',
    '4.9',
    '189.1',
    wage,
    "Bachelor's degree",
    '3',
    'None',
    '4',
    'None',
    '6',
  ];
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

export const longHeader =
  'occupation_code,title,area,measure,period,unit,value,text,flag,lower_bound,raw,source';

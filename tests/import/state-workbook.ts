/** A state's projections workbook as states publish it: the shape is real, the figures are not. */
import { workbook } from './workbook-of.ts';
import type { Rows } from './workbook-of.ts';

const stateRows: Rows = [
  ['29-0000', 'Healthcare', 'Major', 900, 950, 0.05, 400, 80_000],
  ['29-1141', '  Registered Nurses', 'Detailed', 189.1, 200, 0.058, 92.5, 0],
  ['29-1171', '  Nurse Practitioners', 'Detailed', 12, 18, 0.5, 9, 120_000],
  ['29-1223', '  Psychiatrists', 'Detailed', 'N/A', 2, 0.01, 1, '>= $239,200'],
  ['29-9998', '  Healers of many kinds', 'Detailed', 1, 2, 1, 1, 30_000],
];

export function stateWorkbook(from = '2022', to = '2032'): Uint8Array {
  const above: Rows = [
    [`${from}-${to} Occupational Employment Projections`],
    ['State of Example'],
    ['(employment and openings in thousands)'],
    [
      ['SOC Code', '[1]'],
      ['Occupational\n', 'Title'],
      'Level',
      'Employment',
      '',
      'Employment\nChange',
      '',
      'Median Annual Wage',
    ],
    ['', '', '', from, to, ['Percent-age Change', '[9]'], ['Total Job Openings'], ''],
  ];
  const below: Rows = [['Total Employment includes self-employment.'], ['End of worksheet.']];
  return workbook(
    { 'Occupational Projections': [...above, ...stateRows, ...below], Notes: [['Nothing here']] },
    ['A1:H1', 'D4:E4', 'F4:G4'],
  );
}

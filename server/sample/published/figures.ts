/** Wages and employment (OEWS), representation (CPS) and job zones (O*NET) of the sample's occupations. */
import type { Flag, Measure, Observation, Occupation, Source } from '../../lmi/dataset.ts';
import { measures } from '../../lmi/measures.ts';
import { observationId } from '../../lmi/observation-id.ts';
import { detailedCodes } from '../../lmi/soc.ts';
import { foldText } from '../../lmi/words.ts';
import { readNumber } from '../../import/number-cell.ts';
import { sampleOccupations } from '../occupations.ts';
import { sampleSources } from '../sources.ts';
import { cell, publishedSheet } from './published-file.ts';
import type { PublishedRow } from './published-file.ts';

interface Place {
  occupation: string;
  measure: Measure;
  period: string;
  source: Source;
  column: string;
  /** 3 for thousands. */
  shift: number;
  marks: Readonly<Record<string, Flag>>;
}

function observe(row: PublishedRow, place: Place): Observation {
  const { occupation, measure, period, column } = place;
  const raw = cell(row, column);
  const flag = place.marks[raw] ?? null;
  const number = flag === null ? readNumber(raw, place.shift, 'none') : null;
  if (number !== null && !number.ok) throw new Error(`${place.source.file} row ${row.row}: ${number.reason}`);
  const figure = {
    occupation,
    area: 'US',
    measure,
    period,
    unit: measures[measure].unit,
    value: number === null ? null : number.value,
    text: null,
    flag,
    lowerBound: flag === 'top_coded' ? 239_200 : null,
    raw,
    source: place.source.id,
    row: row.row,
    column,
  };
  return { id: observationId(figure), ...figure };
}

/** Marks as the workbook's own field descriptions explain them. */
const wageMarks: Record<string, Flag> = { '*': 'wage_not_available', '**': 'not_available', '#': 'top_coded' };

export async function wageFigures(): Promise<Observation[]> {
  const source = sampleSources.wages;
  const rows = await publishedSheet(source.file, 'national_M2024_dl');
  return rows
    .filter((row) => cell(row, 'O_GROUP') === 'detailed' && sampleOccupations.includes(cell(row, 'OCC_CODE')))
    .flatMap((row) => {
      const common = { occupation: cell(row, 'OCC_CODE'), period: '2024-05', source, shift: 0, marks: wageMarks };
      return [
        observe(row, { ...common, measure: 'employment', column: 'TOT_EMP' }),
        observe(row, { ...common, measure: 'wage_median_annual', column: 'A_MEDIAN' }),
      ];
    });
}

const householdColumns: readonly { measure: Measure; column: string; shift: number }[] = [
  { measure: 'cps_employment', column: 'Total employed', shift: 3 },
  { measure: 'share_women', column: 'Women', shift: 0 },
  { measure: 'share_white', column: 'White', shift: 0 },
  { measure: 'share_black', column: 'Black or African American', shift: 0 },
  { measure: 'share_asian', column: 'Asian', shift: 0 },
  { measure: 'share_hispanic', column: 'Hispanic or Latino', shift: 0 },
];

/** The table has no codes: only a row whose title is the occupation's own is taken. */
export async function householdFigures(occupations: readonly Occupation[]): Promise<Observation[]> {
  const source = sampleSources.household;
  const rows = await publishedSheet(source.file, 'cpsaat11', 6, [
    'Occupation',
    ...householdColumns.map(({ column }) => column),
  ]);
  return occupations.flatMap(({ code, title }) => {
    const row = rows.find((one) => foldText(cell(one, 'Occupation')) === foldText(title));
    if (row === undefined) return [];
    return householdColumns.map((column) =>
      observe(row, { ...column, occupation: code, period: '2022', source, marks: { '\u2013': 'base_too_small' } }),
    );
  });
}

/** Where BLS uses one code for several occupations, a zone is given only when all of them are in the same one. */
export async function jobZones(): Promise<Observation[]> {
  const source = sampleSources.jobZones;
  const rows = await publishedSheet(source.file, 'Job Zones');
  return sampleOccupations.flatMap((occupation) => {
    const found = detailedCodes(occupation).map((code) => rows.find((row) => cell(row, 'O*NET-SOC Code') === `${code}.00`));
    const [first, ...others] = found;
    if (first === undefined) return [];
    const isShared = others.every((row) => row !== undefined && cell(row, 'Job Zone') === cell(first, 'Job Zone'));
    if (!isShared) return [];
    const [month = '', year = ''] = cell(first, 'Date').split('/');
    const place = { occupation, measure: 'job_zone', period: `${year}-${month}`, column: 'Job Zone' } as const;
    return [observe(first, { ...place, source, shift: 0, marks: {} })];
  });
}

/** The templates staff download, made from the same definitions that the parser reads. */
import { observationId } from '../lmi/observation-id.ts';
import type { Observation, Source } from '../lmi/dataset.ts';
import { longCsvHeader, longCsvRow } from '../lmi/long-format.ts';
import { wideCsvColumns } from './plumbline-wide.ts';
import { wideHeader } from './wide-header.ts';

export interface ImportTemplate {
  fileName: string;
  text: string;
}

const source: Source = {
  id: 'bls-ep-2024-34',
  title: 'Employment projections 2024-34',
  publisher: 'U.S. Bureau of Labor Statistics',
  release: '2024-34',
  file: 'Employment Projections.csv',
  licence: 'public domain',
  url: null,
  retrievedAt: null,
};

function example(
  title: string,
  parts: Pick<Observation, 'occupation' | 'measure' | 'period' | 'unit' | 'raw' | 'column'> &
    Partial<Observation>,
): { title: string; figure: Observation } {
  const base = {
    value: null,
    text: null,
    flag: null,
    lowerBound: null,
    area: 'US',
    source: source.id,
    row: null,
    ...parts,
  };
  return { title, figure: { ...base, id: observationId(base) } };
}

/** One example of a number, of words, of a missing figure and of a lower bound. */
const examples = [
  example('Registered nurses', {
    occupation: '29-1141',
    measure: 'openings_annual',
    period: '2024-34',
    unit: 'persons_per_year',
    value: 189_100,
    raw: '189.1',
    column: 'Occupational Openings, 2024-2034 Annual Average',
  }),
  example('Registered nurses', {
    occupation: '29-1141',
    measure: 'education_typical',
    period: '2024',
    unit: 'category',
    text: "Bachelor's degree",
    raw: "Bachelor's degree",
    column: 'Typical Entry-Level Education',
  }),
  example('Actors', {
    occupation: '27-2011',
    measure: 'wage_median_annual',
    period: '2024',
    unit: 'usd_per_year',
    flag: 'not_available',
    raw: 'N/A',
    column: 'Median Annual Wage 2024',
  }),
  example('Psychiatrists', {
    occupation: '29-1223',
    measure: 'wage_median_annual',
    period: '2024',
    unit: 'usd_per_year',
    flag: 'top_coded',
    lowerBound: 239_200,
    raw: '>=239,200',
    column: 'Median Annual Wage 2024',
  }),
];

export function longTemplate(): ImportTemplate {
  const rows = examples.map(({ title, figure }) => longCsvRow(figure, { title }, source));
  return { fileName: 'plumbline-long-template.csv', text: csvText([longCsvHeader, ...rows]) };
}

export function wideTemplate(): ImportTemplate {
  const figures = [
    wideHeader('employment', 'persons', '2024', null),
    wideHeader('openings_annual', 'persons_per_year', '2024-34', null),
    wideHeader('wage_median_annual', 'usd_per_year', '2024', null),
    wideHeader('education_typical', 'category', '2024', null),
  ];
  const described = wideCsvColumns.filter((column) => column.name !== 'period');
  const row = (code: string, title: string, cells: readonly string[]): string[] => {
    const words: Record<(typeof described)[number]['name'], string> = {
      occupation_code: code,
      title,
      area: 'US',
      source: source.id,
      source_title: source.title,
      source_publisher: source.publisher,
      source_release: source.release,
    };
    return [...described.map((column) => words[column.name]), ...cells];
  };
  const rows = [
    row('29-1141', 'Registered nurses', ['3391000', '189100', '93600', "Bachelor's degree"]),
    row('29-1223', 'Psychiatrists', ['27100', '900', '>=239200', 'Doctoral or professional degree']),
    row('27-2011', 'Actors', ['57000', '6300', 'not_available', 'Some college, no degree']),
  ];
  return {
    fileName: 'plumbline-wide-template.csv',
    text: csvText([[...described.map((column) => column.name), ...figures], ...rows]),
  };
}

function csvText(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('');
}

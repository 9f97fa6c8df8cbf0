/**
 * The BLS employment projections CSV as published: formula-quoted codes, aliases after the title, thousands of persons,
 * `N/A` for a missing figure and `>=239,200` for a wage at or above the highest printed amount. Openings are a yearly average.
 */
import type { Measure, Source, Unit } from '../lmi/dataset.ts';
import { unitNames } from '../lmi/figures.ts';
import { measures } from '../lmi/measures.ts';
import { impossible, cellOf, headerText } from './source-profile.ts';
import type {
  CellReading,
  FileContext,
  HeaderReading,
  ReadRow,
  RowReader,
  SourceProfile,
} from './source-profile.ts';
import type { ImportColumn } from './preview.ts';
import { readNumber } from './number-cell.ts';

interface FigureColumn {
  place: number;
  header: string;
  measure: Measure;
  period: string;
  /** Moves the decimal point: 3 for thousands. */
  shift: number;
}

interface Layout {
  title: number;
  code: number;
  /** "Line item" or "Summary"; -1 in the layout that lists only line items. */
  level: number;
  figures: FigureColumn[];
  release: string;
}

const thousandsOf = new Set<Unit>(['persons', 'persons_per_year']);
const notAvailable = new Set(['N/A', 'NA', '\u2014', '\u2013', '-']);

const figurePatterns: readonly { measure: Measure; pattern: RegExp }[] = [
  { measure: 'employment_change', pattern: /^employment change,?(?: numeric,)? (\d{4})-(\d{2,4})$/ },
  {
    measure: 'employment_change_percent',
    pattern: /^employment (?:percent change|change, percent),? (\d{4})-(\d{2,4})$/,
  },
  { measure: 'openings_annual', pattern: /^occupational openings,? (\d{4})-(\d{2,4}) annual average$/ },
  { measure: 'wage_median_annual', pattern: /^median annual wage,?(?: dollars,?)? (\d{4})$/ },
  { measure: 'education_typical', pattern: /^typical (?:entry-level education|education needed for entry)$/ },
  { measure: 'experience_typical', pattern: /^work experience in a related occupation$/ },
  {
    measure: 'training_typical',
    pattern: /^typical on-the-job training(?: needed to attain competency in the occupation)?$/,
  },
];

export const blsProjections: SourceProfile = {
  id: 'bls-projections',
  name: 'BLS employment projections',
  readHeader(cells, context) {
    const headers = cells.map((cell) => headerText(cell).toLowerCase());
    const title = headers.findIndex((header) =>
      /^(occupation|\d{4} national employment matrix) title$/.test(header),
    );
    const code = headers.findIndex((header) =>
      /^(occupation|\d{4} national employment matrix) code$/.test(header),
    );
    const level = headers.indexOf('occupation type');
    const figures = figureColumns(cells, headers);
    const found = new Set(figures.map((column) => column.measure));
    if (title === -1 && code === -1 && found.size < 3) return { kind: 'other' };
    const missing = [
      ...(title === -1 ? ['Occupation Title'] : []),
      ...(code === -1 ? ['Occupation Code'] : []),
      ...requiredMeasures
        .filter((measure) => !found.has(measure))
        .map((measure) => `a column for "${measures[measure].label}"`),
    ];
    if (missing.length > 0) return flawed(missing, found.size);
    return recognised(cells, { title, code, level, figures, release: releaseOf(figures) }, context);
  },
};

const requiredMeasures: readonly Measure[] = [
  'employment',
  'employment_projected',
  ...figurePatterns.map(({ measure }) => measure),
];

function flawed(missing: readonly string[], found: number): HeaderReading {
  return {
    kind: 'flawed',
    problem: `This looks like the BLS employment projections, but columns are missing: ${missing.join(', ')}. Download the table again with all of its columns.`,
    likeness: (found + 2) / (requiredMeasures.length + 2),
  };
}

function figureColumns(cells: readonly string[], headers: readonly string[]): FigureColumn[] {
  const columns: FigureColumn[] = [];
  const add = (place: number, measure: Measure, period: string): void => {
    const shift = thousandsOf.has(measures[measure].unit) ? 3 : 0;
    columns.push({ place, header: headerText(cells[place] ?? ''), measure, period, shift });
  };
  const years = headers
    .map((header, place) => ({ place, year: /^employment,? (\d{4})$/.exec(header)?.[1] }))
    .filter((column) => column.year !== undefined)
    .sort((a, b) => Number(a.year) - Number(b.year));
  const base = years[0]?.year ?? '';
  years.slice(0, 2).forEach(({ place, year }, rank) => {
    add(place, rank === 0 ? 'employment' : 'employment_projected', year ?? '');
  });
  for (const { measure, pattern } of figurePatterns) {
    const place = headers.findIndex((header) => pattern.test(header));
    const years = pattern.exec(headers[place] ?? '');
    if (place !== -1) add(place, measure, years?.[1] === undefined ? base : span(years[1], years[2]));
  }
  return columns;
}

/** "2024" and "2034" make "2024-34", the publisher's name of the projection. */
function span(from: string, to: string | undefined): string {
  return to === undefined ? from : `${from}-${to.slice(-2)}`;
}

function releaseOf(figures: readonly FigureColumn[]): string {
  return figures.find((column) => column.measure === 'openings_annual')?.period ?? '';
}

function recognised(cells: readonly string[], layout: Layout, context: FileContext): HeaderReading {
  const used = new Set([layout.title, layout.code, ...layout.figures.map((column) => column.place)]);
  return {
    kind: 'recognised',
    columns: [
      named(cells[layout.title], 'title, with the aliases that follow it'),
      named(cells[layout.code], 'occupation code, kept as text'),
      ...layout.figures.map(understood),
    ],
    ignoredColumns: cells.filter((_, place) => !used.has(place)).map(headerText),
    reader: blsReader(layout, context),
  };
}

function named(cell: string | undefined, meaning: string): ImportColumn {
  return { header: headerText(cell ?? ''), measure: null, understood: meaning, unit: null, period: null };
}

function understood(column: FigureColumn): ImportColumn {
  const { unit, label } = measures[column.measure];
  const scale = column.shift === 3 ? `published in thousands, kept as ${unitNames[unit]}` : unitNames[unit];
  return {
    header: column.header,
    measure: column.measure,
    understood: `${label}: ${scale}`,
    unit,
    period: column.period,
  };
}

function blsReader(layout: Layout, context: FileContext): RowReader {
  const source = blsSource(layout.release, context.fileName);
  return {
    sources: () => [source],
    read(cells) {
      if (/^summary$/i.test((cells[layout.level] ?? '').trim()))
        return { kind: 'left_out', reason: 'not one occupation but a group of them (summary)' };
      const row: ReadRow = {
        kind: 'occupation',
        code: cells[layout.code] ?? '',
        ...readTitle(cells[layout.title] ?? ''),
        figures: [],
        rejected: [],
      };
      for (const column of layout.figures) {
        const raw = cells[column.place] ?? '';
        const { measure, period, header } = column;
        const reading = readCell(raw, column);
        if (!reading.ok) row.rejected.push({ column: header, reason: reading.reason, text: raw });
        else {
          const unit = measures[measure].unit;
          row.figures.push({
            area: 'US',
            measure,
            period,
            unit,
            ...reading.cell,
            raw,
            source: source.id,
            column: header,
          });
        }
      }
      return row;
    },
  };
}

/** "Actors    * Actress* Voice-Over Artist": the title, then what people call it. */
function readTitle(cell: string): { title: string; aliases: string[] } {
  const [title = '', ...aliases] = cell.split('*').map((part) => headerText(part));
  return { title, aliases: aliases.filter(Boolean) };
}

function readCell(raw: string, column: FigureColumn): CellReading {
  const text = raw.trim();
  if (notAvailable.has(text)) return cellOf({ flag: 'not_available' });
  if (text === '') return { ok: false, reason: 'the cell is empty' };
  if (measures[column.measure].unit === 'category') return cellOf({ text });
  const bound = /^(?:>=|\u2265)\s*\$?(.+)$/.exec(text)?.[1];
  const number = readNumber(bound ?? text.replace(/^\$/, ''), column.shift, 'comma');
  if (!number.ok) return number;
  const reason = impossible(column.measure, number.value);
  if (reason !== null) return { ok: false, reason };
  return bound === undefined
    ? cellOf({ value: number.value })
    : cellOf({ flag: 'top_coded', lowerBound: number.value });
}

function blsSource(release: string, file: string): Source {
  return {
    id: `bls-ep-${release}`,
    title: `Employment projections ${release}`,
    publisher: 'U.S. Bureau of Labor Statistics',
    release,
    file,
    licence: 'public domain',
    url: 'https://www.bls.gov/emp/',
    retrievedAt: null,
  };
}

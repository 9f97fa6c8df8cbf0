/**
 * Table 11 of the Current Population Survey: employed persons by occupation, sex, race and ethnicity, yearly averages. It has no
 * codes: a row is taken where its title is that of one occupation, and reported otherwise. Thousands of persons; shares in percent
 * that need not add up to 100. A dash means that the base is under 50,000: too small, never zero.
 */
import type { Measure } from '../../lmi/dataset.ts';
import { unitNames } from '../../lmi/figures.ts';
import { measures } from '../../lmi/measures.ts';
import { readNumber } from '../number-cell.ts';
import type { ImportQuestion } from '../preview.ts';
import { cellOf, headerText, impossible } from '../source-profile.ts';
import type {
  CellReading,
  FileContext,
  HeaderReading,
  ReadRow,
  RowReader,
  SourceProfile,
} from '../source-profile.ts';
import { headerKey } from './header-columns.ts';
import { publishedSource } from './published-source.ts';

interface FigureColumn {
  place: number;
  header: string;
  measure: Measure;
}

const shareColumns: Readonly<Record<string, Measure>> = {
  women: 'share_women',
  white: 'share_white',
  'black or african american': 'share_black',
  asian: 'share_asian',
  'hispanic or latino': 'share_hispanic',
};
const dash = /^[\u2010-\u2015\u2212-]+$/;

export const cpsHousehold: SourceProfile = {
  id: 'cps-household',
  name: 'CPS table 11: employed persons by occupation, sex, race and ethnicity',
  readHeader(cells, context): HeaderReading {
    const shares = cells.flatMap((cell, place): FigureColumn[] => {
      const key = headerKey(cell);
      const measure = Object.hasOwn(shareColumns, key) ? shareColumns[key] : undefined;
      return measure ? [{ place, header: headerText(cell), measure }] : [];
    });
    if (shares.length < 4) return { kind: 'other' };
    const above = context.records.slice(Math.max(0, context.at - 5), context.at + 1);
    const total = placeIn(above, /^total employed$/);
    const title = placeIn(above, /^occupation$/);
    if (total === -1 || title === -1) return { kind: 'other' };
    const figures: FigureColumn[] = [
      { place: total, header: 'Total employed', measure: 'cps_employment' },
      ...shares,
    ];
    const year = yearOf(context);
    return {
      kind: 'recognised',
      columns: [
        {
          header: 'Occupation',
          measure: null,
          understood: 'title, looked up in the code list',
          unit: null,
          period: null,
        },
        ...figures.map(({ header, measure }) => understood(header, measure, year)),
      ],
      ignoredColumns: [],
      reader: cpsReader(title, figures, year ?? '', context),
      questions: year === null ? [askYear] : [],
      width: Math.max(title, ...figures.map(({ place }) => place)) + 1,
    };
  },
};

const askYear: ImportQuestion = {
  id: 'year',
  ask: 'Of which year are these averages?',
  hint: 'The table does not say it above its columns. Write the year, as 2022.',
  choices: [],
};

function placeIn(records: FileContext['records'], pattern: RegExp): number {
  for (const { cells } of records) {
    const place = cells.findIndex((cell) => pattern.test(headerKey(cell)));
    if (place !== -1) return place;
  }
  return -1;
}

function yearOf({ records, at, fileName, answers }: FileContext): string | null {
  const told = /^\s*((?:19|20)\d\d)\s*$/.exec(answers['year'] ?? '')?.[1];
  const above = records
    .slice(0, at)
    .flatMap(({ cells }) => cells.map((cell) => /^\s*((?:19|20)\d\d)\s*$/.exec(cell)?.[1]));
  return told ?? above.find(Boolean) ?? /(20\d\d)/.exec(fileName)?.[1] ?? null;
}

function understood(header: string, measure: Measure, period: string | null) {
  const { unit, label } = measures[measure];
  const scale = measure === 'cps_employment' ? 'published in thousands, kept as persons' : unitNames[unit];
  return { header, measure, understood: `${label}: ${scale}`, unit, period };
}

function cpsReader(
  title: number,
  figures: readonly FigureColumn[],
  year: string,
  context: FileContext,
): RowReader {
  const source = publishedSource({
    id: `bls-cps-${year}-11`,
    title: `Employed persons by occupation, sex, race and ethnicity, ${year} (CPS table 11; joined by title, it has no codes)`,
    publisher: 'U.S. Bureau of Labor Statistics',
    release: year,
    file: context.fileName,
    url: 'https://www.bls.gov/cps/tables.htm',
  });
  return {
    sources: () => [source],
    read(cells) {
      const row: ReadRow = {
        kind: 'occupation',
        code: null,
        title: headerText(cells[title] ?? ''),
        aliases: null,
        figures: [],
        rejected: [],
      };
      for (const { place, header, measure } of figures) {
        const raw = cells[place] ?? '';
        const reading = readCell(raw.trim(), measure);
        if (!reading.ok) row.rejected.push({ column: header, reason: reading.reason, text: raw });
        else {
          const { unit } = measures[measure];
          row.figures.push({
            area: 'US',
            measure,
            period: year,
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

function readCell(text: string, measure: Measure): CellReading {
  if (dash.test(text)) return cellOf({ flag: 'base_too_small' });
  if (text === '') return { ok: false, reason: 'the cell is empty' };
  const number = readNumber(text, measure === 'cps_employment' ? 3 : 0, 'comma');
  if (!number.ok) return number;
  const reason = impossible(measure, number.value);
  return reason === null ? cellOf({ value: number.value }) : { ok: false, reason };
}

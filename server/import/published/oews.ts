/**
 * BLS Occupational Employment and Wage Statistics, national, state or metropolitan, XLSX or CSV of any recent year. Persons as
 * they are, rounded by the publisher, without the self-employed. Marks by the publisher's own legend: `*` no wage estimate, `**`
 * no employment estimate, `#` a wage at or above the amount the legend names: a lower bound, never a missing value. Where only
 * yearly (teachers) or only hourly (actors) wages are released, the other half is marked `*` too and is "not released".
 */
import type { Flag, Measure } from '../../lmi/dataset.ts';
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
import { headerKey, placesOf } from './header-columns.ts';
import { oewsVintage } from './oews-vintage.ts';
import type { OewsVintage } from './oews-vintage.ts';
import { publishedSource } from './published-source.ts';

const measureColumns: Readonly<Record<string, Measure>> = {
  tot_emp: 'employment_wage_salary',
  emp_prse: 'employment_wage_salary_rse',
  loc_quotient: 'location_quotient',
  a_mean: 'wage_mean_annual',
  mean_prse: 'wage_mean_rse',
  a_pct10: 'wage_p10_annual',
  a_pct25: 'wage_p25_annual',
  a_median: 'wage_median_annual',
  a_pct75: 'wage_p75_annual',
  a_pct90: 'wage_p90_annual',
  h_mean: 'wage_mean_hourly',
  h_pct10: 'wage_p10_hourly',
  h_pct25: 'wage_p25_hourly',
  h_median: 'wage_median_hourly',
  h_pct75: 'wage_p75_hourly',
  h_pct90: 'wage_p90_hourly',
};

interface FigureColumn {
  place: number;
  header: string;
  measure: Measure;
  isHourly: boolean;
}

interface Layout {
  code: number;
  title: number;
  /** -1 where the table has no such column. */
  level: number;
  area: number;
  industry: number;
  ownership: number;
  onlyAnnual: number;
  onlyHourly: number;
  figures: FigureColumn[];
}

export const oews: SourceProfile = {
  id: 'bls-oews',
  name: 'BLS occupational employment and wages (OEWS)',
  readHeader(cells, context): HeaderReading {
    const places = placesOf(cells, ['occ_code', 'occ_title', 'tot_emp', 'a_median']);
    if (places === null) return { kind: 'other' };
    const layout = layoutOf(cells, places.occ_code, places.occ_title);
    const vintage = oewsVintage(context);
    const wanted = areaQuestion(layout, context);
    const questions = [...('questions' in vintage ? vintage.questions : []), ...(wanted ? [wanted] : [])];
    const known = 'questions' in vintage ? null : vintage;
    return {
      kind: 'recognised',
      columns: [
        columnOf(cells, layout.code, 'occupation code, kept as text'),
        columnOf(cells, layout.title, 'title'),
        ...layout.figures.map(({ header, measure }) => ({
          header,
          measure,
          understood: `${measures[measure].label}: ${unitNames[measures[measure].unit]}`,
          unit: measures[measure].unit,
          period: known?.period ?? null,
        })),
      ],
      ignoredColumns: cells
        .filter((_, place) => !layout.figures.some((column) => column.place === place))
        .map(headerText),
      reader: known === null ? nothingYet : oewsReader(layout, known, context),
      questions,
    };
  },
};

const nothingYet: RowReader = {
  read: () => ({ kind: 'left_out', reason: 'not read yet' }),
  sources: () => [],
};

function columnOf(cells: readonly string[], place: number, understood: string) {
  return { header: headerText(cells[place] ?? ''), measure: null, understood, unit: null, period: null };
}

function layoutOf(cells: readonly string[], code: number, title: number): Layout {
  const keys = cells.map(headerKey);
  const at = (...names: string[]): number => keys.findIndex((key) => names.includes(key));
  return {
    code,
    title,
    level: at('o_group', 'occ_group', 'group'),
    area: at('area_title', 'area_name'),
    industry: at('naics'),
    ownership: at('own_code'),
    onlyAnnual: at('annual'),
    onlyHourly: at('hourly'),
    figures: keys.flatMap((key, place) => {
      const measure = Object.hasOwn(measureColumns, key) ? measureColumns[key] : undefined;
      const header = headerText(cells[place] ?? '');
      return measure ? [{ place, header, measure, isHourly: key.startsWith('h_') }] : [];
    }),
  };
}

/** A file of states or metropolitan areas holds many; which are wanted is not for the importer to guess. */
function areaQuestion(layout: Layout, { records, at, answers }: FileContext): ImportQuestion | null {
  if (layout.area === -1 || answers['areas'] !== undefined) return null;
  const names = new Set(records.slice(at + 1).map(({ cells }) => areaName(cells[layout.area] ?? '')));
  names.delete('');
  if (names.size === 0 || (names.size === 1 && names.has('US'))) return null;
  return {
    id: 'areas',
    ask: 'Which areas should be read?',
    hint: `Name them as the file does, with a semicolon between them, or write: all. The first in the file: ${[...names].slice(0, 5).join('; ')}.`,
    choices: [],
  };
}

function areaName(cell: string): string {
  const name = cell.trim();
  return /^u\.?s\.?$|^united states$|^national$/i.test(name) ? 'US' : name;
}

function oewsReader(layout: Layout, vintage: OewsVintage, context: FileContext): RowReader {
  const source = publishedSource({
    id: `bls-oews-${vintage.period}`,
    title: `Occupational employment and wages, ${vintage.name} (self-employed left out)`,
    publisher: 'U.S. Bureau of Labor Statistics',
    release: vintage.name,
    file: context.fileName,
    url: 'https://www.bls.gov/oes/',
  });
  const wanted = wantedAreas(context.answers['areas']);
  return {
    sources: () => [source],
    read(cells) {
      const at = (place: number): string => (place === -1 ? '' : (cells[place] ?? '').trim());
      const area = layout.area === -1 ? context.area : areaName(at(layout.area));
      const reason = whyLeftOut(layout, at, area, wanted);
      if (reason !== null) return { kind: 'left_out', reason };
      const row: ReadRow = {
        kind: 'occupation',
        code: at(layout.code),
        title: at(layout.title),
        aliases: null,
        figures: [],
        rejected: [],
      };
      const released = { annual: at(layout.onlyHourly) === '', hourly: at(layout.onlyAnnual) === '' };
      for (const column of layout.figures) {
        const raw = cells[column.place] ?? '';
        if (raw.trim() === '') continue;
        const isReleased = column.isHourly ? released.hourly : released.annual;
        const reading = readCell(raw.trim(), column, vintage, isReleased);
        const { measure, header } = column;
        if (!reading.ok) row.rejected.push({ column: header, reason: reading.reason, text: raw });
        else {
          const { unit } = measures[measure];
          const { period } = vintage;
          row.figures.push({
            area,
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

function wantedAreas(answer: string | undefined): ReadonlySet<string> | null {
  const names = (answer ?? 'all').split(';').map((name) => areaName(name).toLowerCase());
  return names.includes('all') ? null : new Set(names);
}

function whyLeftOut(
  layout: Layout,
  at: (place: number) => string,
  area: string,
  wanted: ReadonlySet<string> | null,
): string | null {
  const level = at(layout.level).toLowerCase();
  if (level !== '' && level !== 'detailed')
    return 'not one occupation but a group of them (total, major, minor or broad)';
  if (wanted !== null && !wanted.has(area.toLowerCase())) return 'another area';
  if (!/^0*$/.test(at(layout.industry))) return 'one industry only';
  return ['', '1235'].includes(at(layout.ownership)) ? null : 'one kind of ownership only';
}

function readCell(
  text: string,
  column: FigureColumn,
  vintage: OewsVintage,
  isReleased: boolean,
): CellReading {
  const { group } = measures[column.measure];
  if (text === '*') {
    const flag: Flag =
      group !== 'wage' ? 'not_available' : isReleased ? 'wage_not_available' : 'not_released';
    return cellOf({ flag });
  }
  if (text === '**') return cellOf({ flag: 'not_available' });
  if (text === '~') return cellOf({ flag: 'below_half_percent' });
  if (text === '#') {
    const bound = column.isHourly ? vintage.hourlyBound : vintage.annualBound;
    return cellOf({ flag: 'top_coded', lowerBound: bound });
  }
  const number = readNumber(text, 0, 'comma');
  if (!number.ok) return number;
  const reason = impossible(column.measure, number.value);
  return reason === null ? cellOf({ value: number.value }) : { ok: false, reason };
}

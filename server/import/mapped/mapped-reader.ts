/** Rows of a table by a mapping. What is no row about one occupation is left out, each with its reason; nothing is dropped in silence. */
import { codeSystems } from '../../lmi/code-systems.ts';
import { measures } from '../../lmi/measures.ts';
import { isSocGroup, readSocCode } from '../../lmi/soc.ts';
import { publishedSource } from '../published/published-source.ts';
import type {
  FileContext,
  LeftOutRow,
  ReadFigure,
  ReadRow,
  RowReader,
  RowReading,
} from '../source-profile.ts';
import type { CarriedPeriods } from './carry-periods.ts';
import type { HeaderColumn } from './header-names.ts';
import { cellText, readMappedCell } from './mapped-cell.ts';
import type { MappedFigure, Mapping } from './mapping.ts';

/** What the reader knows of the table: the mapping, where its columns are in this file, and of when the figures are. */
export interface MappedTable {
  mapping: Mapping;
  columns: readonly HeaderColumn[];
  periods: CarriedPeriods;
  context: Pick<FileContext, 'fileName' | 'area'>;
}

export function mappedReader({ mapping, columns, periods, context }: MappedTable): RowReader {
  const places = new Map(columns.map(({ key, place }) => [key, place]));
  const names = new Map(columns.map(({ key, name }) => [key, name]));
  const release = periods.release ?? mapping.source.release;
  const source = publishedSource({
    ...mapping.source,
    id: sourceId(mapping.source.title, release),
    release,
    file: context.fileName,
  });
  const leftOut = leaving(mapping, (cells, key) => at(cells, key), names);
  const figures = mapping.figures.map(({ when, ...figure }) => ({
    ...figure,
    when: when && { column: when.column, value: periods.now(when.value) },
  }));
  function at(cells: readonly string[], key: string | null): string {
    const place = key === null ? undefined : places.get(key);
    return place === undefined ? '' : cellText(cells[place] ?? '');
  }
  function read(cells: readonly string[]): RowReading {
    const left = leftOut(cells);
    if (left) return left;
    const meant = figures.filter(({ when }) => when === null || at(cells, when.column) === when.value);
    if (meant.length === 0) return { kind: 'left_out', reason: 'a figure that the mapping does not read' };
    const area = mapping.area === null ? (mapping.areaName ?? context.area) : at(cells, mapping.area);
    const row: ReadRow = {
      kind: 'occupation',
      code: mapping.code === null ? null : codeOf(at(cells, mapping.code), mapping),
      system: mapping.system,
      title: at(cells, mapping.title),
      aliases: null,
      figures: [],
      rejected: [],
    };
    for (const figure of meant) {
      const raw = cells[places.get(figure.column) ?? -1] ?? '';
      const column = names.get(figure.column) ?? figure.column;
      const period = mapping.period === null ? (periods.of(figure.period) ?? '') : at(cells, mapping.period);
      const reading = readMappedCell(raw, figure, mapping.marks);
      const reason = reading.ok ? unfit({ area, period }) : reading.reason;
      if (reading.ok && reason === null)
        row.figures.push({
          ...figureOf(figure, area, period),
          ...reading.cell,
          raw,
          source: source.id,
          column,
        });
      else row.rejected.push({ column, reason: reason ?? '', text: raw });
    }
    return row;
  }
  return { sources: () => [source], read };
}

function figureOf(
  { measure }: MappedFigure,
  area: string,
  period: string,
): Pick<ReadFigure, 'measure' | 'unit' | 'area' | 'period'> {
  return { measure, unit: measures[measure].unit, area, period };
}

/** Area and period of a cell become part of a figure's id. */
function unfit(parts: Readonly<Record<string, string>>): string | null {
  for (const [name, text] of Object.entries(parts)) {
    if (text === '') return `the row does not say its ${name}`;
    if (text.length > 60 || text.includes('|'))
      return `the ${name} is too long, or has a sign that it cannot have`;
  }
  return null;
}

function leaving(
  mapping: Mapping,
  at: (cells: readonly string[], key: string | null) => string,
  names: ReadonlyMap<string, string>,
): (cells: readonly string[]) => LeftOutRow | null {
  const left = (reason: string): LeftOutRow => ({ kind: 'left_out', reason });
  const beginnings = mapping.leaveOut.map((words) => words.toLowerCase());
  return (cells) => {
    const filled = cells.map(cellText).filter(Boolean);
    if (filled.length === 1) return left('one cell is filled: a heading or a remark');
    const first = filled[0]?.toLowerCase() ?? '';
    const beginning = beginnings.findIndex((words) => first.startsWith(words));
    if (beginning !== -1) return left(`begins with “${mapping.leaveOut[beginning] ?? ''}”`);
    for (const { column, values } of mapping.only)
      if (!values.includes(at(cells, column)))
        return left(`${names.get(column) ?? column} is not ${values.join(' or ')}`);
    const code = at(cells, mapping.code);
    const hasFigure = mapping.figures.some(({ column }) => at(cells, column) !== '');
    if (!hasFigure && (code === '' || mapping.code === null))
      return left('no code and no figure: a heading or a remark');
    return mapping.code !== null && isGroup(codeOf(code, mapping), mapping)
      ? left('a group of occupations, not one occupation')
      : null;
  };
}

function isGroup(code: string, { system }: Mapping): boolean {
  if (system !== 'SOC2018') return false;
  const reading = readSocCode(code);
  return reading.ok && isSocGroup(reading.code);
}

/** A code as its system writes it, where staff said that the file leaves the signs away; otherwise as it stands. */
function codeOf(text: string, { codeForm, system }: Mapping): string {
  if (codeForm === 'as_written' || !/^\d{1,8}$/.test(text)) return text;
  const made = {
    SOC2018: text.replace(/^(\d\d)(\d{4})$/, '$1-$2'),
    ONET2019: text.replace(/^(\d\d)(\d{4})(\d\d)$/, '$1-$2.$3'),
    NOC2021: text.padStart(5, '0'),
  }[system];
  return codeSystems[system].shape.test(made) ? made : text;
}

/** Known again when the same release of the same source comes from another file. */
function sourceId(title: string, release: string): string {
  const slug = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  return `m-${slug(title).slice(0, 36)}-${slug(release).slice(0, 20)}`;
}

/** Plumbline's long CSV: one row for one figure, by the definition that export writes from (A6). */
import { flag } from '../lmi/dataset.ts';
import type { Flag, Measure } from '../lmi/dataset.ts';
import { unguardText } from '../lmi/inert-text.ts';
import { longCsvColumns } from '../lmi/long-format.ts';
import type { LongColumnName } from '../lmi/long-format.ts';
import { measures } from '../lmi/measures.ts';
import {
  NamedSources,
  columnName,
  declaredUnit,
  isMeasure,
  readDeclaredNumber,
  unfitForId,
} from './plumbline-cell.ts';
import { cellOf } from './source-profile.ts';
import type {
  CellReading,
  FileContext,
  HeaderReading,
  ReadFigure,
  ReadRow,
  SourceProfile,
} from './source-profile.ts';

type Cells = Record<LongColumnName, string>;
type FigureReading =
  { ok: true; figure: ReadFigure } | { ok: false; column: string; reason: string; text: string };

export const plumblineLong: SourceProfile = {
  id: 'plumbline-long',
  name: 'Plumbline long table',
  readHeader(cells, context): HeaderReading {
    const names = cells.map(columnName);
    const isLong = names.includes('measure') && names.includes('value');
    if (!isLong) return { kind: 'other' };
    const missing = longCsvColumns.filter((column) => column.isRequired && !names.includes(column.name));
    if (missing.length > 0) {
      const list = missing.map((column) => column.name).join(', ');
      const problem = `This looks like Plumbline's long table, but columns are missing: ${list}. Start from the template.`;
      return { kind: 'flawed', problem, likeness: 0.9 };
    }
    const known = longCsvColumns.filter((column) => names.includes(column.name));
    return {
      kind: 'recognised',
      columns: known.map(({ name, meaning }) => ({
        header: name,
        measure: null,
        understood: meaning,
        unit: null,
        period: null,
      })),
      ignoredColumns: cells.filter((_, place) => !known.some((column) => column.name === names[place])),
      reader: longReader(names, context),
    };
  },
};

function longReader(names: readonly string[], context: FileContext) {
  const sources = new NamedSources(context);
  const places = longCsvColumns.map((column) => ({ ...column, place: names.indexOf(column.name) }));
  return {
    sources: () => sources.all(),
    read(row: readonly string[]): ReadRow {
      const cells = Object.fromEntries(
        places.map(({ name, place, isText }) => [
          name,
          isText ? unguardText(row[place] ?? '') : (row[place] ?? ''),
        ]),
      ) as Cells;
      const reading = readFigure(cells, context, sources);
      const { occupation_code: code, title } = cells;
      if (!reading.ok)
        return { kind: 'occupation', code, title, aliases: null, figures: [], rejected: [reading] };
      return { kind: 'occupation', code, title, aliases: null, figures: [reading.figure], rejected: [] };
    },
  };
}

function readFigure(cells: Cells, context: FileContext, sources: NamedSources): FigureReading {
  const refuse = (column: LongColumnName, reason: string): FigureReading => ({
    ok: false,
    column,
    reason,
    text: cells[column],
  });
  const name = cells.measure.trim();
  if (!isMeasure(name)) return refuse('measure', 'this measure is not known');
  const declared = declaredUnit(name, cells.unit);
  if ('reason' in declared) return refuse('unit', declared.reason);
  const area = cells.area || context.area;
  if (unfitForId(area)) return refuse('area', 'the area must be named in 1 to 60 characters without "|"');
  if (unfitForId(cells.period))
    return refuse('period', 'the period must be named in 1 to 60 characters without "|"');
  if (cells.source !== '' && unfitForId(cells.source))
    return refuse('source', 'the source must be named in at most 60 characters without "|"');
  const reading = readValue(cells, name, declared.shift);
  if (!reading.ok) return refuse('value', reading.reason);
  const origin = readOrigin(cells);
  if (origin === null) return refuse('source_row', 'the row in the source is counted from 1');
  const source = sources.take({
    id: cells.source,
    title: cells.source_title,
    publisher: cells.source_publisher,
    release: cells.source_release,
  });
  return {
    ok: true,
    figure: {
      area,
      measure: name,
      period: cells.period,
      unit: declared.unit,
      ...reading.cell,
      ...origin,
      source,
    },
  };
}

/** A value, or words, or a flag: one of them, and a lower bound only with `top_coded`. */
function readValue(cells: Cells, name: Measure, shift: number): CellReading {
  const named = readFlag(cells.flag);
  if (named === undefined)
    return { ok: false, reason: `"${cells.flag}" is no flag (${flag.options.join(', ')})` };
  const hasValue = cells.value.trim() !== '';
  const hasText = cells.text !== '';
  if (named !== null && (hasValue || hasText))
    return { ok: false, reason: 'a flagged figure has no value: leave value and text empty' };
  if (named === 'top_coded') return readBound(cells, name, shift);
  if (cells.lower_bound.trim() !== '')
    return { ok: false, reason: 'a lower bound belongs to the flag top_coded' };
  if (named !== null) return cellOf({ flag: named });
  if (hasValue === hasText)
    return {
      ok: false,
      reason: hasValue ? 'the row holds both a value and a text' : 'the row holds no value, text or flag',
    };
  const isCategory = measures[name].unit === 'category';
  if (isCategory !== hasText) {
    return {
      ok: false,
      reason: isCategory
        ? 'this measure is words: write them under text'
        : 'this measure is a number: write it under value',
    };
  }
  if (isCategory) return cellOf({ text: cells.text });
  const number = readDeclaredNumber(name, cells.value, shift);
  return number.ok ? cellOf({ value: number.value }) : number;
}

function readBound(cells: Cells, name: Measure, shift: number): CellReading {
  if (cells.lower_bound.trim() === '')
    return { ok: false, reason: 'top_coded needs the published lower bound' };
  const number = readDeclaredNumber(name, cells.lower_bound, shift);
  return number.ok ? cellOf({ flag: 'top_coded', lowerBound: number.value }) : number;
}

function readFlag(cell: string): Flag | null | undefined {
  const text = cell.trim();
  return text === '' ? null : flag.safeParse(text).data;
}

/** Where the figure first came from; a row that says nothing of it comes from this file's own line. */
function readOrigin(cells: Cells): Pick<ReadFigure, 'raw' | 'row' | 'column'> | null {
  const raw = cells.raw || cells.value || cells.text || cells.flag;
  const column = cells.source_column === '' ? null : cells.source_column;
  const rowText = cells.source_row.trim();
  if (rowText === '')
    return cells.raw === '' ? { raw, column: column ?? 'value' } : { raw, column, row: null };
  return /^[1-9]\d{0,9}$/.test(rowText) ? { raw, column, row: Number(rowText) } : null;
}

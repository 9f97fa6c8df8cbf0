/** Plumbline's wide CSV: one row for one occupation, one column for one measure, with unit and period in the header. */
import { unguardText } from '../lmi/inert-text.ts';
import { unitNames } from '../lmi/figures.ts';
import { measures } from '../lmi/measures.ts';
import type { ImportColumn } from './preview.ts';
import { NamedSources, columnName, readWideCell, unfitForId } from './plumbline-cell.ts';
import { headerText } from './source-profile.ts';
import type { FileContext, HeaderReading, ReadRow, RowReader, SourceProfile } from './source-profile.ts';
import { readWideHeader } from './wide-header.ts';
import type { WideFigureHeader } from './wide-header.ts';

/** Columns that describe the row. Only the first two must be there. */
export const wideCsvColumns = [
  { name: 'occupation_code', meaning: 'SOC 2018 code, kept as text: 29-1141' },
  { name: 'title', meaning: 'Title of the occupation' },
  { name: 'area', meaning: 'Where the figures hold, for columns that do not say it' },
  { name: 'period', meaning: 'Reference period, for columns that do not say it' },
  { name: 'source', meaning: 'Short name of the source' },
  { name: 'source_title', meaning: 'Title of the source' },
  { name: 'source_publisher', meaning: 'Who published it' },
  { name: 'source_release', meaning: "The publisher's name of the release" },
] as const;

type WideColumnName = (typeof wideCsvColumns)[number]['name'];

interface FigureColumn extends WideFigureHeader {
  place: number;
  header: string;
}

export const plumblineWide: SourceProfile = {
  id: 'plumbline-wide',
  name: 'Plumbline wide table',
  readHeader(cells, context): HeaderReading {
    const names = cells.map(columnName);
    const readings = cells.map(readWideHeader);
    const isWide = readings.some((reading) => reading !== null) || names.includes('occupation_code');
    if (!isWide || (names.includes('measure') && names.includes('value'))) return { kind: 'other' };
    const problem = flawOf(names, readings);
    if (problem !== null) return { kind: 'flawed', problem, likeness: 0.8 };
    const figures = readings.flatMap((reading, place) =>
      reading === null || 'reason' in reading
        ? []
        : [{ ...reading, place, header: headerText(cells[place] ?? '') }],
    );
    const known = wideCsvColumns.filter((column) => names.includes(column.name));
    const used = new Set([
      ...figures.map((column) => column.place),
      ...known.map((column) => names.indexOf(column.name)),
    ]);
    return {
      kind: 'recognised',
      columns: [...known.map(describe), ...figures.map(understood)],
      ignoredColumns: cells.filter((_, place) => !used.has(place)),
      reader: wideReader(names, figures, context),
    };
  },
};

function flawOf(
  names: readonly string[],
  readings: readonly ReturnType<typeof readWideHeader>[],
): string | null {
  const reasons = readings.flatMap((reading) =>
    reading !== null && 'reason' in reading ? [reading.reason] : [],
  );
  if (reasons.length > 0) return `The header of the wide table cannot be read: ${reasons.join('; ')}.`;
  const missing = ['occupation_code', 'title'].filter((name) => !names.includes(name));
  if (missing.length > 0) {
    return `This looks like Plumbline's wide table, but columns are missing: ${missing.join(', ')}. Start from the template.`;
  }
  const isWithoutFigures = readings.every((reading) => reading === null);
  if (isWithoutFigures)
    return 'The table has occupation codes but no column with figures. Start from the template.';
  const isWithoutPeriod = readings.some(
    (reading) => reading !== null && 'period' in reading && reading.period === null,
  );
  return isWithoutPeriod && !names.includes('period')
    ? 'Some columns do not say their period: write it after the unit, or add a column "period".'
    : null;
}

function describe({ name, meaning }: { name: string; meaning: string }): ImportColumn {
  return { header: name, measure: null, understood: meaning, unit: null, period: null };
}

function understood(column: FigureColumn): ImportColumn {
  const scale =
    column.shift === 3 ? `in thousands, kept as ${unitNames[column.unit]}` : unitNames[column.unit];
  const { header, measure, unit, period } = column;
  return { header, measure, understood: `${measures[measure].label}: ${scale}`, unit, period };
}

function wideReader(
  names: readonly string[],
  figures: readonly FigureColumn[],
  context: FileContext,
): RowReader {
  const sources = new NamedSources(context);
  return {
    sources: () => sources.all(),
    read(cells) {
      const cell = (name: WideColumnName): string => unguardText((cells[names.indexOf(name)] ?? '').trim());
      const row: ReadRow = {
        kind: 'occupation',
        code: cell('occupation_code'),
        title: cell('title'),
        aliases: null,
        figures: [],
        rejected: [],
      };
      for (const column of figures) {
        const raw = cells[column.place] ?? '';
        const refuse = (reason: string): void =>
          void row.rejected.push({ column: column.header, reason, text: raw });
        if (raw.trim() === '') continue;
        const area = column.area ?? (cell('area') || context.area);
        const period = column.period ?? cell('period');
        const isUnfit = [area, period, cell('source') || context.sourceId].some(unfitForId);
        const reading = readWideCell(column.measure, raw, column.shift);
        if (isUnfit) refuse('area, period and source must be named in 1 to 60 characters without "|"');
        else if (!reading.ok) refuse(reading.reason);
        else {
          const source = sources.take({
            id: cell('source'),
            title: cell('source_title'),
            publisher: cell('source_publisher'),
            release: cell('source_release'),
          });
          const { measure, unit, header } = column;
          row.figures.push({ area, measure, period, unit, ...reading.cell, raw, source, column: header });
        }
      }
      return row;
    },
  };
}

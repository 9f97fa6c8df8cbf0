/** A dataset as staff look at it: a row for each occupation, a column for each measure of one source, and where a figure is from (A5). */
import { formatFigure, unitNames } from '../lmi/figures.ts';
import { flagMeanings } from '../lmi/flags.ts';
import type { Dataset, Flag, Measure, Observation, Source } from '../lmi/dataset.ts';
import { measures } from '../lmi/measures.ts';
import { majorGroupTitle } from '../workshop/major-group.ts';

export interface DatasetColumn {
  key: string;
  measure: Measure;
  label: string;
  unit: string;
  /** "2024-34", or the first and last of several. */
  period: string;
  area: string;
  source: string;
  isText: boolean;
}

export interface DatasetCell {
  observation: string;
  shown: string;
  /** What it sorts by; null where there is no figure. */
  order: number | string | null;
  flag: Flag | null;
}

export interface DatasetRow {
  code: string;
  title: string;
  group: string;
  aliases: string[];
  cells: Record<string, DatasetCell>;
}

export interface DatasetTable {
  columns: DatasetColumn[];
  rows: DatasetRow[];
}

/** One figure and everything that leads back to the cell it was read from. */
export interface FigureOrigin {
  shown: string;
  label: string;
  meaning: string;
  flagSentence: string | null;
  unit: string;
  occupation: { code: string; title: string };
  observation: Observation;
  source: Source | null;
}

const keyOf = ({ measure, area, source }: Observation): string => `${measure}|${area}|${source}`;

export function datasetTable(dataset: Dataset): DatasetTable {
  const columns = new Map<string, { column: DatasetColumn; periods: Set<string> }>();
  const cells = new Map<string, Record<string, DatasetCell>>();
  for (const figure of dataset.observations) {
    const key = keyOf(figure);
    let known = columns.get(key);
    if (!known) columns.set(key, (known = { column: columnOf(key, figure, dataset), periods: new Set() }));
    known.periods.add(figure.period);
    const row = cells.get(figure.occupation) ?? {};
    cells.set(figure.occupation, row);
    row[key] ??= cellOf(figure);
  }
  const order = Object.keys(measures);
  return {
    columns: [...columns.values()]
      .map(({ column, periods }) => ({ ...column, period: periodsInWords([...periods].sort()) }))
      .sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure)),
    rows: dataset.occupations.map(({ code, title, aliases }) => ({
      code,
      title,
      aliases,
      group: majorGroupTitle(code),
      cells: cells.get(code) ?? {},
    })),
  };
}

export function figureOrigin(dataset: Dataset, observation: string): FigureOrigin | null {
  const figure = dataset.observations.find(({ id }) => id === observation);
  if (!figure) return null;
  const occupation = dataset.occupations.find(({ code }) => code === figure.occupation);
  return {
    shown: formatFigure(figure),
    label: measures[figure.measure].label,
    meaning: measures[figure.measure].meaning,
    flagSentence: figure.flag && flagMeanings[figure.flag].sentence,
    unit: unitNames[figure.unit],
    occupation: { code: figure.occupation, title: occupation?.title ?? figure.occupation },
    observation: figure,
    source: dataset.sources.find(({ id }) => id === figure.source) ?? null,
  };
}

function columnOf(key: string, figure: Observation, dataset: Dataset): DatasetColumn {
  const source = dataset.sources.find(({ id }) => id === figure.source);
  return {
    key,
    measure: figure.measure,
    label: measures[figure.measure].label,
    unit: unitNames[figure.unit],
    period: figure.period,
    area: figure.area,
    source: source?.title ?? figure.source,
    isText: figure.unit === 'category',
  };
}

function cellOf(figure: Observation): DatasetCell {
  return {
    observation: figure.id,
    shown: formatFigure(figure),
    order: figure.text ?? figure.value ?? figure.lowerBound,
    flag: figure.flag,
  };
}

function periodsInWords(periods: string[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  return first === last ? (first ?? '') : `${first} to ${last}`;
}

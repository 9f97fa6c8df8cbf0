/** What staff see of a table before they say what it means: its first lines, and of each column the name, some values and the texts. */
import { importLimits } from '../limits.ts';
import type { CsvRecord } from '../csv-records.ts';
import type { ImportTable } from '../tables/import-table.ts';
import { headerColumns } from './header-names.ts';
import type { HeaderColumn } from './header-names.ts';
import { boundOf, cellText, numberIn } from './mapped-cell.ts';
import { mappingLimits } from './mapping.ts';

export interface LookedColumn extends HeaderColumn {
  samples: string[];
  /** All its values, where they are few: a level, a region, a year, the names of measures. */
  values: string[] | null;
  filled: number;
  /** How many of the filled cells are numbers. */
  numbers: number;
  /** The other texts of a column of numbers, with how often they stand there; the empty text too. */
  texts: { text: string; count: number }[];
}

export interface TableLook {
  /** Line of the last line of the header. */
  line: number;
  lines: number;
  columns: LookedColumn[];
  /** What stands above the rows, header and all. */
  above: string;
  rows: number;
}

const looked = {
  rows: 20_000,
  samples: 3,
  values: mappingLimits.values,
  texts: 24,
  cell: 60,
  value: 160,
} as const;
/** A column of which so many cells are numbers is one of figures; what else stands there is a mark. */
export const mostlyNumbers = 0.3;

export async function lookAtTable(
  { first, records }: Pick<ImportTable, 'first' | 'records'>,
  at: number,
  lines: number,
): Promise<TableLook> {
  const columns = headerColumns(first.slice(Math.max(0, at + 1 - lines), at + 1)).slice(
    0,
    importLimits.columns,
  );
  const tallies = columns.map(() => new ColumnTally());
  const line = first[at]?.line ?? 0;
  let rows = 0;
  for await (const record of records()) {
    if (record.line <= line) continue;
    rows += 1;
    if (isRow(record)) for (const [place, tally] of tallies.entries()) tally.take(record.cells[place] ?? '');
    if (rows >= looked.rows) break;
  }
  return {
    line,
    lines,
    rows,
    above: first
      .slice(0, at + 1)
      .flatMap(({ cells }) => cells)
      .filter(Boolean)
      .join(' '),
    columns: columns.map((column, place) => ({ ...column, ...(tallies[place] ?? new ColumnTally()).look() })),
  };
}

/** A remark under the table fills one cell, and is nothing of a column. */
function isRow({ cells }: CsvRecord): boolean {
  return cells.filter((cell) => cell.trim() !== '').length > 1;
}

class ColumnTally {
  readonly #samples: string[] = [];
  readonly #values = new Set<string>();
  readonly #texts = new Map<string, number>();
  #filled = 0;
  #numbers = 0;

  take(cell: string): void {
    const text = cellText(cell);
    if (text !== '') {
      this.#filled += 1;
      if (this.#samples.length < looked.samples && !this.#samples.includes(text)) this.#samples.push(text);
      if (this.#values.size <= looked.values) this.#values.add(text);
    }
    if (isNumber(text)) this.#numbers += 1;
    else if (this.#texts.has(text) || this.#texts.size < looked.texts * 8)
      this.#texts.set(text, (this.#texts.get(text) ?? 0) + 1);
  }

  look(): Omit<LookedColumn, keyof HeaderColumn> {
    // Said again and again: in a short table every title is one of few values.
    const { size } = this.#values;
    const isFew = size > 1 && size <= looked.values && size <= this.#filled / 2;
    const isOfNumbers = this.#numbers > 0 && this.#numbers >= this.#filled * mostlyNumbers;
    const texts = [...this.#texts]
      .map(([text, count]) => ({ text, count }))
      .filter(({ text }) => text.length <= looked.cell);
    return {
      samples: this.#samples.map((text) => text.slice(0, looked.cell)),
      values: isFew && !isOfNumbers ? [...this.#values].filter((text) => text.length <= looked.value) : null,
      filled: this.#filled,
      numbers: this.#numbers,
      texts: isOfNumbers ? texts.sort((a, b) => b.count - a.count).slice(0, looked.texts) : [],
    };
  }
}

function isNumber(text: string): boolean {
  return (
    text !== '' &&
    numberIn((boundOf(text) ?? text).replace(/\s*%$/, ''), { measure: 'employment', scale: 'one' }).ok
  );
}

/** What was published, read from the zip with nothing of Plumbline's own import. */
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';

export type Cells = Record<string, string>;

export class Published {
  /** Text of every file, by its name in the zip. */
  readonly files: ReadonlyMap<string, string>;
  readonly #tables = new Map<string, Cells[]>();

  constructor(zip: Uint8Array) {
    this.files = new Map(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  }

  text(name: string): string {
    const text = this.files.get(name);
    if (text === undefined) throw new Error(`The zip has no ${name}.`);
    return text;
  }

  rows(table: string): Cells[] {
    const known: Cells[] =
      this.#tables.get(table) ?? parse(this.text(`data/${table}.csv`), { columns: true, bom: true });
    this.#tables.set(table, known);
    return known;
  }

  tallies(phase: string): Cells[] {
    return this.rows('tallies').filter((row) => row['phase'] === phase);
  }

  adjustments(kind: string, measure?: string): Cells[] {
    return this.rows('adjustments').filter(
      (row) => row['kind'] === kind && (measure === undefined || row['measure'] === measure),
    );
  }
}

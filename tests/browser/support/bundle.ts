/** A downloaded zip, opened as anyone would: files by name, tables as rows of text. */
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';

export type Row = Record<string, string>;

export class Bundle {
  readonly #files: Record<string, Uint8Array>;

  constructor(zip: Uint8Array) {
    this.#files = unzipSync(zip);
  }

  text(name: string): string {
    const file = this.#files[name];
    if (!file) throw new Error(`The zip has no ${name}, but ${Object.keys(this.#files).join(', ')}.`);
    return strFromU8(file);
  }

  /** A table of `data/`. */
  rows(table: string): Row[] {
    return parse(this.text(`data/${table}.csv`), { columns: true, bom: true });
  }
}

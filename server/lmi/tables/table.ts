/** The tables of a bundle: one definition that export writes, import reads and `datapackage.json` declares (A6). */

/**
 * `value`: a number as exact text, or words. `list`: texts with a bar between them. `json`: a small flat object.
 * Empty cell: null where the column is nullable, else the empty text or list.
 */
export type ColumnType = 'text' | 'value' | 'number' | 'integer' | 'boolean' | 'list' | 'json';

export interface Column {
  name: string;
  type: ColumnType;
  nullable: boolean;
  meaning: string;
  /** Not in bundles of the first Plumbline: where it is missing its cells count as empty. */
  isLater?: boolean;
}

export interface ForeignKey {
  column: string;
  table: string;
  reference: string;
}

export interface Table {
  /** File name without `.csv`. */
  name: string;
  title: string;
  columns: readonly Column[];
  primaryKey: readonly string[];
  foreignKeys: readonly ForeignKey[];
  /** Not in bundles of the first Plumbline: where the file is missing it has no rows. */
  isLater?: boolean;
}

export type Flat = Record<string, string | number | boolean | null>;
export type CellValue = string | number | boolean | null | readonly string[] | Flat;
export type Row = Readonly<Record<string, CellValue>>;

export function column(name: string, type: ColumnType, meaning: string): Column {
  return { name, type, nullable: false, meaning };
}

export function optional(name: string, type: ColumnType, meaning: string): Column {
  return { name, type, nullable: true, meaning };
}

/** A column that older bundles do not have. Their rows read as if the cell were empty, so it must allow that. */
export function later(made: Column): Column {
  return { ...made, isLater: true };
}

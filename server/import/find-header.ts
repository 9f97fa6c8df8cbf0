/** Finds the header by what it says, not by where it stands, and with it the profile, the sheet and the delimiter. */
import type { CsvRecord } from './csv-records.ts';
import { importLimits } from './limits.ts';
import { sourceProfiles } from './profiles.ts';
import { headerText } from './source-profile.ts';
import type { FileContext, RecognisedHeader, SourceProfile } from './source-profile.ts';
import type { ImportTable, OpenedFile } from './tables/import-table.ts';

export interface FoundHeader extends RecognisedHeader {
  profile: SourceProfile;
  table: ImportTable;
  line: number;
  /** Number of columns of the table. */
  width: number;
}

export type FileFacts = Omit<FileContext, 'sheet' | 'sheets' | 'records' | 'at' | 'words'>;

export function findHeader(
  { tables, words }: OpenedFile,
  facts: FileFacts,
  profiles: readonly SourceProfile[] = sourceProfiles,
): FoundHeader | { problem: string } {
  let diagnosis = { problem: noHeader(), likeness: 0 };
  const sheets = tables.flatMap(({ name }) => (name === null ? [] : [name]));
  for (const table of tables) {
    for (const [at, record] of table.first.entries()) {
      const context = { ...facts, words, sheet: table.name, sheets, records: table.first, at };
      const tried = tryProfiles(profiles, record, table, context);
      if ('profile' in tried) return tried;
      if (tried.likeness > diagnosis.likeness) diagnosis = tried;
    }
  }
  return { problem: diagnosis.problem };
}

function tryProfiles(
  profiles: readonly SourceProfile[],
  record: CsvRecord,
  table: ImportTable,
  context: FileContext,
): FoundHeader | { problem: string; likeness: number } {
  const cells = withoutEmptyEnd(record.cells);
  let diagnosis = { problem: '', likeness: 0 };
  if (cells.length > importLimits.columns) {
    return {
      problem: `The table has ${cells.length} columns; at most ${importLimits.columns} are read.`,
      likeness: 0.1,
    };
  }
  for (const profile of profiles) {
    const reading = profile.readHeader(cells, context);
    if (reading.kind === 'flawed' && reading.likeness > diagnosis.likeness) diagnosis = reading;
    if (reading.kind !== 'recognised') continue;
    const twice = reading.namesColumns ? null : repeated(cells);
    const width = reading.width ?? cells.length;
    if (twice === null) return { ...reading, profile, table, line: record.line, width };
    return {
      problem: `Two columns are called "${twice}" (line ${record.line}). Remove one of them.`,
      likeness: 1,
    };
  }
  return diagnosis;
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function repeated(cells: readonly string[]): string | null {
  const names = cells.map((cell) => headerText(cell).toLowerCase());
  const place = names.findIndex((name, index) => name !== '' && names.indexOf(name) !== index);
  return place === -1 ? null : headerText(cells[place] ?? '');
}

function noHeader(): string {
  const names = sourceProfiles.map((profile) => profile.name).join(', ');
  return `No row among the first ${importLimits.headerWithin} is the header of a table that Plumbline reads (${names}). Start from a template, say yourself what the columns mean, or download the published file again.`;
}

/** Finds the header by what it says, not by where it stands, and with it the profile and the delimiter. */
import { firstRecords } from './csv-records.ts';
import type { CsvRecord, Delimiter } from './csv-records.ts';
import { importLimits } from './limits.ts';
import { sourceProfiles } from './profiles.ts';
import { headerText } from './source-profile.ts';
import type { FileContext, RecognisedHeader, SourceProfile } from './source-profile.ts';

export interface FoundHeader extends RecognisedHeader {
  profile: SourceProfile;
  delimiter: Delimiter;
  line: number;
  /** Number of columns of the table. */
  width: number;
}

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

export function findHeader(text: string, context: FileContext): FoundHeader | { problem: string } {
  let diagnosis = { problem: noHeader(), likeness: 0 };
  for (const delimiter of delimiters) {
    for (const record of firstRecords(text, delimiter, importLimits.headerWithin)) {
      const tried = tryProfiles(record, delimiter, context);
      if ('profile' in tried) return tried;
      if (tried.likeness > diagnosis.likeness) diagnosis = tried;
    }
  }
  return { problem: diagnosis.problem };
}

function tryProfiles(
  record: CsvRecord,
  delimiter: Delimiter,
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
  for (const profile of sourceProfiles) {
    const reading = profile.readHeader(cells, context);
    if (reading.kind === 'flawed' && reading.likeness > diagnosis.likeness) diagnosis = reading;
    if (reading.kind !== 'recognised') continue;
    const twice = repeated(cells);
    if (twice === null) return { ...reading, profile, delimiter, line: record.line, width: cells.length };
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
  return `No row among the first ${importLimits.headerWithin} is the header of a table that Plumbline reads (${names}). Start from a template, or download the published file again.`;
}

/** What staff would make of a table: what is guessed, with some fields changed. */
import { guessHeader } from '../../server/import/mapped/guess-header.ts';
import { guessedFields } from '../../server/import/mapped/guessed-fields.ts';
import type { Fields } from '../../server/import/mapped/guessed-fields.ts';
import { lookAtTable } from '../../server/import/mapped/look-at-table.ts';
import type { TableLook } from '../../server/import/mapped/look-at-table.ts';
import { mappingFrom } from '../../server/import/mapped/mapping-from-fields.ts';
import type { ImportProfile } from '../../server/import/mapped/mapping.ts';
import { sha256 } from '../../server/import/sha256.ts';
import type { ImportTable } from '../../server/import/tables/import-table.ts';
import { bytesInMemory } from '../../server/import/tables/file-bytes.ts';
import { openFile } from '../../server/import/tables/open-file.ts';
import { readWorkbook } from '../../server/import/tables/workbook.ts';
import { stateWorkbook } from './state-workbook.ts';

export async function tableOf(
  bytes: Uint8Array,
): Promise<{ look: TableLook; table: ImportTable; at: number }> {
  const opened = await openFile(bytesInMemory(bytes), 'table', readWorkbook);
  if (!opened.ok) throw new Error(opened.problem);
  const { table, at, lines } = guessHeader(opened.tables);
  const found = opened.tables[table] as ImportTable;
  return { look: await lookAtTable(found, at, lines), table: found, at };
}

const said: Fields = {
  publisher: 'State of Example',
  source: 'Occupational projections',
  release: '2022-32',
  licence: 'public domain',
};

/** The mapping that staff make of a file by changing these fields of what is guessed. */
export async function mappedBy(bytes: Uint8Array, fileName: string, changed: Fields): Promise<ImportProfile> {
  const { look, table } = await tableOf(bytes);
  const made = mappingFrom(
    { ...guessedFields(look, fileName), ...said, ...changed },
    look,
    table.name,
    fileName,
  );
  if ('problems' in made) throw new Error(made.problems.join(' '));
  return {
    version: 1,
    id: 'p-0123456789',
    name: 'State projections',
    savedAt: 0,
    fileName,
    sha256: sha256(bytes),
    mapping: made.mapping,
  };
}

const stateFields: Fields = {
  'zero-7': 'wage_not_available',
  'only-2-1': 'Detailed',
  'flag-0': 'not_available',
};

export function stateProfile(wagesOf = '2022'): Promise<ImportProfile> {
  return mappedBy(stateWorkbook(), 'state.xlsx', { ...stateFields, 'period-7': wagesOf });
}

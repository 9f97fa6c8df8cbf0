/**
 * What staff said of tables that Plumbline does not know by itself. Saved mappings are tried on every file before the built-in
 * profiles, since somebody said so; a file on the desk is looked at, tried and mapped here, and nothing of it is saved but the mapping.
 */
import { importFile } from '../import/import-file.ts';
import type { ImportPreview } from '../import/preview.ts';
import { fieldsOf } from '../import/mapped/fields-of-mapping.ts';
import { guessHeader } from '../import/mapped/guess-header.ts';
import type { HeaderPlace } from '../import/mapped/guess-header.ts';
import { guessedFields } from '../import/mapped/guessed-fields.ts';
import type { Fields } from '../import/mapped/guessed-fields.ts';
import { lookAtTable } from '../import/mapped/look-at-table.ts';
import type { TableLook } from '../import/mapped/look-at-table.ts';
import { mappedProfile } from '../import/mapped/mapped-profile.ts';
import { mappingFrom } from '../import/mapped/mapping-from-fields.ts';
import { importProfile, mappingLimits } from '../import/mapped/mapping.ts';
import type { ImportProfile } from '../import/mapped/mapping.ts';
import type { ImportTable, OpenedFile } from '../import/tables/import-table.ts';
import { hashOf } from '../import/tables/file-bytes.ts';
import { openFile } from '../import/tables/open-file.ts';
import { readWorkbookApart } from '../import/tables/workbook-thread.ts';
import type { CodeList } from '../lmi/code-list.ts';
import { newId } from '../room/ids.ts';
import type { Store } from '../store/port.ts';
import type { ImportDesk, OnDesk } from './import-desk.ts';

/** As the address of the page says it: which table, which line is the last of the header, how many it has. */
export interface AskedPlace {
  table: number | null;
  line: number | null;
  lines: number | null;
}

export interface MappingPage {
  file: string;
  fileName: string;
  tables: { index: number; label: string }[];
  table: number;
  /** The first lines of the table, for choosing the header. */
  top: { line: number; cells: readonly string[] }[];
  look: TableLook;
  fields: Fields;
}

type Tried = { preview: ImportPreview } | { problems: string[] };

const shown = { lines: 24, cells: 12, characters: 60 } as const;
/** So many rows are tried at each change of a field: a long file is read to its end when the mapping is kept. */
const triedRows = 20_000;
const delimiterNames = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;

export class ImportMappings {
  readonly #store: Store;
  readonly #desk: ImportDesk;
  readonly #codeList: CodeList;
  readonly #now: () => number;
  /** The file somebody maps just now, opened: each change of a field need not open it again. */
  #opened: { of: OnDesk; file: OpenedFile; sha256: string } | null = null;

  constructor(store: Store, desk: ImportDesk, codeList: CodeList, now: () => number) {
    this.#store = store;
    this.#desk = desk;
    this.#codeList = codeList;
    this.#now = now;
  }

  async list(): Promise<ImportProfile[]> {
    const ids = await this.#store.list('mappings');
    const all = await Promise.all(ids.map((id) => this.get(id)));
    return all.filter((each) => each !== null).sort((a, b) => a.name.localeCompare(b.name));
  }

  get(id: string): Promise<ImportProfile | null> {
    const isOne = importProfile.shape.id.safeParse(id).success;
    return isOne
      ? this.#store.read('mappings', id, (value) => importProfile.parse(value))
      : Promise.resolve(null);
  }

  /** What staff need to see to say what the columns mean; null where the desk does not hold the file, a problem where it is no table. */
  async page(
    file: string,
    asked: AskedPlace,
    from: string | null,
  ): Promise<MappingPage | { problem: string } | null> {
    const held = this.#desk.held(file);
    if (!held) return null;
    const opened = await this.#open(held);
    if ('problem' in opened) return opened;
    const { place, table, look } = await looked(opened, asked);
    const saved = from === null ? null : await this.get(from);
    const { fileName } = held.progress;
    return {
      file,
      fileName,
      tables: opened.tables.map((each, index) => ({ index, label: labelOf(each) })),
      table: place.table,
      top: table.first.slice(0, shown.lines).map(({ line, cells }) => ({
        line,
        cells: cells.slice(0, shown.cells).map((cell) => cell.slice(0, shown.characters)),
      })),
      look,
      fields: saved ? fieldsOf(saved.mapping, saved.name, look) : guessedFields(look, fileName),
    };
  }

  /** What would become of the file if its columns meant this. Saves nothing. */
  async attempt(file: string, asked: AskedPlace, fields: Fields): Promise<Tried | null> {
    const made = await this.#mapped(file, asked, fields);
    if (made === null || 'problems' in made) return made;
    const { held, opened, profile } = made;
    const { preview } = await importFile(held.file, held.progress.fileName, {
      area: held.progress.options.area,
      now: this.#now(),
      codeList: this.#codeList,
      profiles: [mappedProfile(profile)],
      opened,
      sha256: profile.sha256,
      onlyFirst: triedRows,
    });
    return { preview };
  }

  /** Saves the mapping under its name, in the place of the one it was made from, and reads the file on the desk by it. */
  async keep(
    file: string,
    asked: AskedPlace,
    fields: Fields,
    from: string | null,
  ): Promise<{ mapping: string; name: string } | { problems: string[] } | null> {
    const made = await this.#mapped(file, asked, fields);
    if (made === null || 'problems' in made) return made;
    const problem = await this.#nameProblem(made.profile.name, from);
    if (problem !== null) return { problems: [problem] };
    const id = from !== null && (await this.get(from)) ? from : made.profile.id;
    const profile = importProfile.parse({ ...made.profile, id });
    await this.#store.write('mappings', id, profile);
    this.#opened = null;
    this.#desk.readAs(file, id);
    return { mapping: id, name: profile.name };
  }

  async rename(id: string, name: string): Promise<string | null> {
    const found = await this.get(id);
    if (!found) return 'This mapping is not there any more.';
    const problem = await this.#nameProblem(name.trim(), id);
    if (problem !== null) return problem;
    await this.#store.write('mappings', id, importProfile.parse({ ...found, name: name.trim() }));
    return null;
  }

  async remove(id: string): Promise<void> {
    if (await this.get(id)) await this.#store.remove('mappings', id);
  }

  async #nameProblem(name: string, own: string | null): Promise<string | null> {
    if (!importProfile.shape.name.safeParse(name).success)
      return 'Give the mapping a name of at most 160 characters.';
    const other = (await this.list()).find((each) => each.name.toLowerCase() === name.toLowerCase());
    return other && other.id !== own
      ? `There is a mapping called “${other.name}” already. Choose another name, or change that one.`
      : null;
  }

  async #mapped(file: string, asked: AskedPlace, fields: Fields) {
    const held = this.#desk.held(file);
    if (!held) return null;
    const opened = await this.#open(held);
    if ('problem' in opened) return { problems: [opened.problem] };
    const { table, look } = await looked(opened, asked);
    const { fileName } = held.progress;
    const made = mappingFrom(fields, look, table.name, fileName);
    if ('problems' in made) return made;
    const profile: ImportProfile = {
      version: 1,
      id: newId('p'),
      name: (fields['name'] ?? '').trim() || fileName.slice(0, 160),
      savedAt: this.#now(),
      fileName,
      sha256: this.#opened?.sha256 ?? '',
      mapping: made.mapping,
    };
    return { held, opened, profile };
  }

  async #open(held: OnDesk): Promise<OpenedFile | { problem: string }> {
    if (this.#opened?.of.file === held.file) return this.#opened.file;
    const opened = await openFile(held.file, held.progress.fileName, readWorkbookApart);
    if (!opened.ok) return { problem: opened.problem };
    this.#opened = { of: held, file: opened, sha256: await hashOf(held.file) };
    return opened;
  }
}

async function looked(
  { tables }: OpenedFile,
  asked: AskedPlace,
): Promise<{ place: HeaderPlace; table: ImportTable; look: TableLook }> {
  const isThere = asked.table !== null && tables[asked.table] !== undefined;
  const guess = guessHeader(tables, isThere ? (asked.table ?? undefined) : undefined);
  const table = tables[guess.table] as ImportTable;
  const chosen = table.first.findIndex(({ line }) => line === asked.line);
  const at = chosen === -1 ? guess.at : chosen;
  const most = Math.min(mappingLimits.headerLines, at + 1);
  const lines = Math.max(1, Math.min(most, asked.lines ?? (chosen === -1 ? guess.lines : 1)));
  return { place: { ...guess, at, lines }, table, look: await lookAtTable(table, at, lines) };
}

function labelOf({ name, delimiter }: ImportTable): string {
  if (name !== null) return name;
  return delimiter === null ? 'the list' : `divided by ${delimiterNames[delimiter]}`;
}

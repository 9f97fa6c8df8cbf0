/** What an import is told beside the file. */
import type { CodeList } from '../lmi/code-list.ts';
import type { Dataset } from '../lmi/dataset.ts';
import type { SourceProfile } from './source-profile.ts';
import type { OpenedFile } from './tables/import-table.ts';
import type { WorkbookReader } from './tables/open-file.ts';

export interface ImportOptions {
  /** The dataset's area, and that of figures which do not name theirs. */
  area: string;
  /** Epoch milliseconds. */
  now: number;
  codeList: CodeList;
  /** A person's name for the dataset; otherwise the source's title. */
  datasetTitle?: string;
  /** The release to add to: what comes out is the next release, with both in it. */
  base?: Dataset | null;
  /** With a base: rows about occupations it does not hold are left out. */
  onlyKnown?: boolean;
  /** Answers to the questions of an earlier reading. */
  answers?: Readonly<Record<string, string>>;
  /** In the place of recognition: the profiles that may read the file. */
  profiles?: readonly SourceProfile[];
  /** The file as it was opened before, to be read once more. */
  opened?: OpenedFile;
  /** Its hash, where it is known already. */
  sha256?: string;
  /** No more rows than these: for a look at what would become of a long file. */
  onlyFirst?: number;
  signal?: AbortSignal;
  /** Called now and then with the rows read so far. */
  onProgress?: (rows: number) => void;
  /** On a thread of its own unless said otherwise. */
  readWorkbook?: WorkbookReader;
}

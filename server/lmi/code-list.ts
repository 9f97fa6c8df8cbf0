/** The whole code system an occupation can be looked up in, with titles and aliases: nominations are not held to the short-list. */
import type { CodeSystem } from './dataset.ts';

export interface CodeListEntry {
  code: string;
  title: string;
  aliases: readonly string[];
}

export interface CodeList {
  system: CodeSystem;
  /** Where titles and aliases come from, for the page that shows them. */
  attribution: string;
  has(code: string): boolean;
  get(code: string): CodeListEntry | undefined;
  /** The one entry whose title has the same words; null when none has, or several have. */
  byTitle(title: string): CodeListEntry | null;
  /** Best matches for typed words, on titles and aliases, best first; tolerant of case, accents, plural and one typing slip. */
  search(words: string, limit: number): { entry: CodeListEntry; via: string | null }[];
  /** The known code most like an unknown one, for the import report; null when nothing is near. */
  nearest(code: string): CodeListEntry | null;
}

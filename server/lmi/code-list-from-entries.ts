import { CodeListIndex } from './code-list-index.ts';
import { nearestCode } from './code-list-nearest.ts';
import type { CodeList, CodeListEntry } from './code-list.ts';
import type { CodeSystem } from './dataset.ts';
import { foldWords } from './words.ts';

/** A searchable code list in memory. Typed digits find codes by their beginning, words find titles and aliases. */
export function codeListFromEntries(
  system: CodeSystem,
  attribution: string,
  entries: readonly CodeListEntry[],
  index = new CodeListIndex(entries),
): CodeList {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const byTitle = Map.groupBy(entries, (entry) => titleKey(entry.title));
  return {
    system,
    attribution,
    has: (code) => byCode.has(code),
    get: (code) => byCode.get(code),
    byTitle(title) {
      const [only, ...others] = byTitle.get(titleKey(title)) ?? [];
      return only && others.length === 0 ? only : null;
    },
    search(words, limit) {
      if (/^\d{2}[-\d]*$/.test(words.trim())) return entriesByDigits(entries, words.trim(), limit);
      return index
        .find(words)
        .slice(0, limit)
        .map(({ entry, via }) => ({ entry, via }));
    },
    nearest: (code) => nearestCode(entries, code),
  };
}

/** Case, punctuation and plural do not make another title. */
function titleKey(title: string): string {
  return foldWords(title).join(' ');
}

function entriesByDigits(entries: readonly CodeListEntry[], typed: string, limit: number) {
  const digits = typed.replaceAll('-', '');
  return entries
    .filter((entry) => entry.code.replaceAll('-', '').startsWith(digits))
    .slice(0, limit)
    .map((entry) => ({ entry, via: null }));
}

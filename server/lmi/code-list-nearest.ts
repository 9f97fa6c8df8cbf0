/** What an unknown code was probably meant to be, for the import report. */
import { distance } from 'fastest-levenshtein';
import type { CodeList, CodeListEntry } from './code-list.ts';
import { foldWords } from './words.ts';

/** The known code in the same minor group with the nearest number, or one digit away; null when nothing is near. */
export function nearestCode(entries: readonly CodeListEntry[], code: string): CodeListEntry | null {
  let nearest: CodeListEntry | null = null;
  let least = Infinity;
  for (const entry of entries) {
    const far = separation(entry.code, code);
    if (far < least) {
      nearest = entry;
      least = far;
    }
  }
  return nearest;
}

function separation(known: string, asked: string): number {
  const [knownNumber, askedNumber] = [known, asked].map((code) => Number(code.replace(/\D/g, '')));
  const shared = sharedBeginning(known, asked);
  if (shared >= 4 && askedNumber !== undefined && knownNumber !== undefined) {
    return (known.length - shared) * 10_000 + Math.abs(knownNumber - askedNumber);
  }
  return distance(known, asked) === 1 ? 9_999_999 : Infinity;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** The nearest match of an unknown row: the entry with the same title or alias first, then the nearest code. */
export function nearestMatch(codes: CodeList, code: string, title: string): CodeListEntry | null {
  const [best] = title === '' ? [] : codes.search(title, 1);
  const found = best === undefined ? '' : (best.via ?? best.entry.title);
  const isSame = best !== undefined && foldWords(found).join(' ') === foldWords(title).join(' ');
  if (isSame) return best.entry;
  return codes.nearest(code) ?? best?.entry ?? null;
}

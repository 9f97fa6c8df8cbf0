/** For whom a page is said. The address carries the choice; whoever chose nothing is taken for somebody who looks for work. */
import { EXPLORE_WORDS } from '../words/explore.ts';
import type { Reader, Section } from '../words/explore.ts';

export type { Reader, Section };

export const readers = Object.keys(EXPLORE_WORDS.readers) as Reader[];
const FIRST: Reader = 'jobseeker';

export function readReader(address: URL): Reader {
  const asked = address.searchParams.get('for');
  return readers.find((each) => each === asked) ?? FIRST;
}

/** What leads, and what follows: every reader gets every section. */
export function sectionsFor(reader: Reader): Section[] {
  return Object.keys(EXPLORE_WORDS.readers[reader].sections) as Section[];
}

type Asked = Record<string, string | number | null>;

/** `path` with the reader and what else is asked; what is empty is left out, so that one page has one address. */
export function addressFor(path: string, reader: Reader, asked: Asked = {}): string {
  const query = new URLSearchParams();
  const all: Asked = { ...asked, for: reader === FIRST ? null : reader };
  for (const [name, value] of Object.entries(all))
    if (value !== null && value !== '') query.set(name, String(value));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

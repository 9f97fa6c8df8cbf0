import type { Source } from '../../lmi/dataset.ts';

type Known = Pick<Source, 'id' | 'title' | 'publisher' | 'release' | 'file'> & Partial<Source>;

/** A source as its publisher names it; US federal statistics are in the public domain. */
export function publishedSource(known: Known): Source {
  return { licence: 'public domain', url: null, retrievedAt: null, ...known };
}

export const onetPublisher = 'U.S. Department of Labor, Employment and Training Administration (O*NET)';
export const onetTerms = { licence: 'CC BY 4.0', url: 'https://www.onetcenter.org/database.html' };

/** O*NET tables do not say their release; a file or folder name often does: "db_30_2", "O*NET 29.3". */
export function onetRelease(words: string): string {
  const found = /(?:db|o\*?net|database)[ _-]*(\d{2})[._](\d)\b/i.exec(words);
  return found ? `${found[1]}.${found[2]}` : 'not stated';
}

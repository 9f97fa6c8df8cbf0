/**
 * C3: a frozen revision names only those whose consent still holds. What was published stays as it is; who stands beside it is
 * decided anew at every look and every export.
 */
import type { Proceedings } from './proceedings.ts';

/** What is asked of the proceedings as they would be written now. */
export interface NamedNow extends Pick<Proceedings, 'quotes' | 'commitments'> {
  attendance: Pick<Proceedings['attendance'], 'named'>;
}

/** `current`: the proceedings as they would be written now; null when the workshop is gone, and with it every consent. */
export function attributedNow(frozen: Proceedings, current: NamedNow | null): Proceedings {
  const named = new Set(current?.attendance.named.map(key));
  const quoted = new Set(current?.quotes.map(({ text, about, author }) => key([text, about, author])));
  const promised = new Set(current?.commitments.flatMap(({ actions }) => actions.map(({ who }) => who)));
  return {
    ...frozen,
    attendance: {
      ...frozen.attendance,
      named: frozen.attendance.named.filter((each) => named.has(key(each))),
    },
    quotes: frozen.quotes.map((quote) => {
      const { text, about, author } = quote;
      return author === null || quoted.has(key([text, about, author])) ? quote : { ...quote, author: null };
    }),
    commitments: frozen.commitments.map((commitment) => ({
      ...commitment,
      actions: commitment.actions.filter(({ who }) => promised.has(who)),
    })),
  };
}

const key = (value: unknown): string => JSON.stringify(value);

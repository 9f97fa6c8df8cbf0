import type { ContentOf } from '#lib/protocol/views/content.ts';
import type { TallyBar } from '../results/tally-bar.ts';

export function voteBars(votes: NonNullable<ContentOf<'choose'>['results']>['votes']): TallyBar[] {
  return votes
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ id, title, firms, people, tied, kept }) => ({
      id,
      label: title,
      firms,
      people,
      strong: kept && !tied,
      ...(tied ? { mark: 'tied' as const } : kept ? { mark: 'kept' as const } : {}),
    }));
}

export function tieBars(votes: NonNullable<ContentOf<'ties'>['results']>['votes']): TallyBar[] {
  return votes
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ id, title, wins, kept }) => ({
      id,
      label: title,
      firms: wins,
      strong: kept,
      ...(kept ? { mark: 'kept' as const } : {}),
    }));
}

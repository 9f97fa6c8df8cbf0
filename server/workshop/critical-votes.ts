/** The ballot on critical occupations as rows: every option of every closed round, also those nobody chose. */
import type { CriticalVoteRow } from '../lmi/tallies.ts';
import { ballotOptions } from './options.ts';
import { askedRounds, isCounted } from './record/asked-rounds.ts';
import type { WorkshopState } from './state.ts';
import { criticalVotes } from './tally/critical.ts';

/** `state` as `closedOnly` gives it. */
export function criticalVoteRows(state: WorkshopState): CriticalVoteRow[] {
  return askedRounds(state)
    .filter((asked) => asked.phase === 'choose' && isCounted(asked))
    .flatMap(({ activity, round, number }) => {
      const votes = criticalVotes(state, activity, round);
      const chosen = new Set(votes.map(({ id }) => id));
      const last = votes.filter(({ firms }) => firms > 0).length + 1;
      return [
        ...votes.map(({ id, title, people, firms, rank }) => ({
          occupation: id,
          title,
          people,
          firms,
          rank,
          round: number,
        })),
        ...ballotOptions(state)
          .filter(({ id }) => !chosen.has(id))
          .map(({ id, title }) => ({
            occupation: id,
            title,
            people: 0,
            firms: 0,
            rank: last,
            round: number,
          })),
      ];
    });
}

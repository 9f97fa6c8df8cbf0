/** The proceedings of a workshop from its state: names only by valid consent (C3), results only of closed questions (V5). */
import type { Adjustment } from '../lmi/adjustment.ts';
import type { Proceedings } from '../lmi/proceedings.ts';
import { publicName } from './consent.ts';
import { COMMITMENTS } from './default-guide.ts';
import { mergedId, visibleEntries } from './entries.ts';
import { titleOf } from './options.ts';
import { activityOf, isStopped, placeOfPhase } from './phases.ts';
import { attendanceOf } from './record/attendance.ts';
import { askedRounds, isCounted } from './record/asked-rounds.ts';
import { closedOnly } from './record/closed-only.ts';
import { sectionOf } from './record/section.ts';
import type { WorkshopState } from './state.ts';
import { answersByPerson } from './tally/firm-vote.ts';
import { commitmentTallies } from './tally/choices.ts';

/** `now`: epoch milliseconds; consent that has run out by then is no consent. */
export function proceedingsOf(state: WorkshopState, now: number): Proceedings {
  const closed = closedOnly(state);
  const { setup, deck } = state;
  return {
    version: 1,
    isFinal: state.closedAt !== null,
    writtenAt: stamp(now),
    workshop: {
      id: state.id,
      code: state.code,
      title: setup.title,
      sector: setup.sector,
      region: setup.region,
      isRehearsal: state.rehearsal,
      openedAt: state.openedAt === null ? null : stamp(state.openedAt),
      closedAt: state.closedAt === null ? null : stamp(state.closedAt),
    },
    shown: {
      dataset: deck.datasetId,
      release: deck.release,
      sources: deck.sources.map(({ title, publisher, release, licence, url }) => ({
        title,
        publisher,
        release,
        licence,
        url,
      })),
      occupations: Object.values(deck.cards).map(({ code, title }) => ({ code, title })),
    },
    attendance: attendanceOf(state, now),
    competitionText: setup.competitionText,
    stops: state.stops.map(({ at, activity }) => ({
      at: stamp(at),
      activity: activityOf(state, activity)?.title ?? activity,
    })),
    sections: setup.guide.map((activity, index) => sectionOf(closed, activity, index, now)),
    quotes: quotes(closed, now),
    roomDecisions: Object.values(state.notes)
      .filter(({ decision }) => decision)
      .map(({ text }) => text),
    rulings: Object.values(state.adjustments).map(ruling),
    commitments: commitments(closed, now),
    retention: `Names, organisations, contacts and free text are erased ${setup.retentionDays} days after the revision is published; tallies and rulings stay.`,
  };
}

const stamp = (at: number): string => new Date(at).toISOString();

/** Comments the room may see, once their question is closed. */
function quotes(state: WorkshopState, now: number): Proceedings['quotes'] {
  const place = placeOfPhase(state, 'tap');
  const isClosed = askedRounds(state).some((asked) => asked.phase === 'tap' && isCounted(asked));
  if (!place || !isClosed || isStopped(state, place)) return [];
  return visibleEntries(state, 'comment').map((entry) => ({
    text: entry.label,
    about: entry.occupation === null ? null : titleOf(state, entry.occupation),
    theme: entry.theme === null ? null : (state.entries[mergedId(state, entry.theme)]?.label ?? null),
    author: publicName(state, entry.by, 'quoted', now),
  }));
}

function ruling({
  id,
  title,
  measure,
  proposedValue,
  decidedValue,
  status,
  rationale,
  evidence,
  kind,
}: Adjustment): Proceedings['rulings'][number] {
  const { nAgree, nFirms, nCannotSay, round, belowQuorum, rule } = evidence;
  const counts = [
    `${nAgree} of ${nFirms} firms`,
    `${nCannotSay} cannot say`,
    `round ${round}`,
    ...(belowQuorum ? ['below quorum'] : []),
  ].join(', ');
  return {
    adjustment: id,
    title: `${title} (${kind === 'figure' ? 'figure' : measure.replaceAll('_', ' ')})`,
    proposed: (proposedValue ?? '').replaceAll('_', ' '),
    status,
    decided: (decidedValue ?? '').replaceAll('_', ' '),
    rationale,
    evidence: nFirms === 0 ? rule : `${counts}; ${rule}`,
  };
}

/** Firms by count; the action itself only of those who agreed to be named. Contacts never leave staff. */
function commitments(state: WorkshopState, now: number): Proceedings['commitments'] {
  const asked = askedRounds(state).find(
    ({ phase, isLast, status }) => phase === 'offer' && isLast && status !== 'stopped',
  );
  if (!asked) return [];
  const kinds = COMMITMENTS.map(({ id }) => id);
  return commitmentTallies(state, asked.round, kinds).map(({ commitment, firms, people }) => {
    const answers = answersByPerson(state, asked.round, `commitment/${commitment}`, 'commitment');
    const actions = people.flatMap((person) => {
      const who = publicName(state, person, 'named', now);
      const answer = answers.get(person);
      if (who === null || !answer) return [];
      const outcome = state.outcomes[`${person}/${commitment}`] ?? null;
      return [
        {
          who,
          what: answer.what,
          measure: answer.measure,
          by: answer.by,
          outcome: outcome?.replaceAll('_', ' ') ?? null,
        },
      ];
    });
    return { label: COMMITMENTS.find(({ id }) => id === commitment)?.label ?? commitment, firms, actions };
  });
}

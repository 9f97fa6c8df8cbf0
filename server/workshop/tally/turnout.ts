/** Who took part in a round: firms, people, and those who could not say (V3). Never who said what. */
import type { Count } from '../../../src/lib/protocol/views/content.ts';
import { DEFAULT_RULE } from '../../../src/lib/protocol/guide.ts';
import { firmOf, firmsPresent, personOf } from '../firms.ts';
import type { RoundState, StoredAnswer, WorkshopState } from '../state.ts';

export function electorateOf(state: WorkshopState, round: RoundState): string[] {
  const firms = round.electorate.length > 0 ? round.electorate : firmsPresent(state);
  return [...new Set(firms.map((id) => firmOf(state, id)?.id ?? id))];
}

export function isBelowQuorum(state: WorkshopState, round: RoundState): boolean {
  return electorateOf(state, round).length < (round.rule ?? state.setup.rule ?? DEFAULT_RULE).quorum;
}

export function countOf(state: WorkshopState, round: RoundState): Count {
  const people = new Map<string, boolean>();
  for (const answers of Object.values(round.answers))
    for (const [participant, stored] of Object.entries(answers)) {
      const person = personOf(state, participant);
      if (person?.profile.role !== 'employer') continue;
      people.set(person.id, (people.get(person.id) ?? true) && isAbstention(stored));
    }
  const firms = new Set([...people.keys()].map((id) => firmOf(state, personOf(state, id)?.firm ?? '')?.id));
  return {
    firms: firms.size,
    people: people.size,
    abstained: [...people.values()].filter(Boolean).length,
    belowQuorum: isBelowQuorum(state, round),
  };
}

function isAbstention({ answer }: StoredAnswer): boolean {
  if (answer.kind === 'figure') return answer.mark === 'cannot_say';
  if (answer.kind === 'validation') return answer.opinion === 'cannot_say';
  if (answer.kind === 'gap') return answer.frequency === 'cannot_say';
  return false;
}

/** V4: a firm with several people has one vote: its people's majority; a tie counts as cannot say. */
import { firmOf, personOf } from '../firms.ts';
import type { RoundState, StoredAnswer, WorkshopState } from '../state.ts';
import type { AnswerKind, AnswerOf } from '../../../src/lib/protocol/answers.ts';

/** The value most of a firm's people gave; null on a tie. */
export function majority<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** Answers of one question by the people who count: merged people speak once, and only employers do. */
export function answersByPerson<K extends AnswerKind>(
  state: WorkshopState,
  round: RoundState,
  question: string,
  kind: K,
): Map<string, AnswerOf<K>> {
  const byPerson = new Map<string, { stored: StoredAnswer; own: boolean }>();
  for (const [participant, stored] of Object.entries(round.answers[question] ?? {})) {
    const person = personOf(state, participant);
    if (!person || person.profile.role !== 'employer') continue;
    const own = person.id === participant;
    const other = byPerson.get(person.id);
    if (!other || (own && !other.own) || (own === other.own && stored.order > other.stored.order))
      byPerson.set(person.id, { stored, own });
  }
  const result = new Map<string, AnswerOf<K>>();
  for (const [person, { stored }] of byPerson)
    if (stored.answer.kind === kind) result.set(person, stored.answer as AnswerOf<K>);
  return result;
}

/** People's values gathered by the firm that counts. */
export function byFirm<T>(state: WorkshopState, byPerson: ReadonlyMap<string, T>): Map<string, T[]> {
  const firms = new Map<string, T[]>();
  for (const [id, value] of byPerson) {
    const person = personOf(state, id);
    const firm = person && firmOf(state, person.firm);
    if (firm) firms.set(firm.id, [...(firms.get(firm.id) ?? []), value]);
  }
  return firms;
}

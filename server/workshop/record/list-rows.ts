/** Skill gaps and preferences of the last round of their question: every item, with counts once it is closed. */
import type { PhaseName } from '../../../src/lib/protocol/guide.ts';
import type { GapRow, PreferenceRow } from '../../lmi/tallies.ts';
import { preferenceEntries } from '../preferences.ts';
import type { WorkshopState } from '../state.ts';
import { preferenceTallies } from '../tally/choices.ts';
import { gapTallies } from '../tally/gaps.ts';
import { askedRounds, isCounted } from './asked-rounds.ts';
import type { AskedRound } from './asked-rounds.ts';

/** `state` as `closedOnly` gives it. */
export function gapRows(state: WorkshopState): GapRow[] {
  const asked = lastOf(state, 'rate');
  if (!asked) return [];
  const counted = isCounted(asked);
  return gapTallies(state, asked.round).map((gap) => ({
    occupation: gap.occupation,
    gap: gap.id,
    label: gap.label,
    skill: gap.skill,
    frequency: counted ? gap.frequency : null,
    dayOne: counted ? gap.dayOne : null,
    rank: counted ? gap.rank : null,
    firms: counted ? gap.firms : null,
    people: counted ? gap.people : null,
    cannotSay: counted ? gap.cannotSay : null,
    round: asked.number,
    question: asked.question,
  }));
}

/** `state` as `closedOnly` gives it. */
export function preferenceRows(state: WorkshopState): PreferenceRow[] {
  const asked = lastOf(state, 'tell');
  if (!asked) return [];
  const counted = isCounted(asked);
  const tallies = preferenceTallies(state, asked.round);
  return preferenceEntries(state).map(({ id, kind, label, added }) => ({
    id,
    kind,
    label,
    program: kind === 'program' && !added ? id : (state.entries[id]?.code ?? null),
    firms: counted ? (tallies.get(id)?.firms ?? 0) : null,
    people: counted ? (tallies.get(id)?.people ?? 0) : null,
    round: asked.number,
    question: asked.question,
  }));
}

function lastOf(state: WorkshopState, phase: PhaseName): AskedRound | null {
  return (
    askedRounds(state).find((asked) => asked.phase === phase && asked.isLast && asked.status !== 'stopped') ??
    null
  );
}

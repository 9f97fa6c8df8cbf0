import type { Adjustment } from '../../lmi/adjustment.ts';
import { focusOccupations, titleOf } from '../options.ts';
import { isStopped, phaseOf, placeOfPhase, roundOf } from '../phases.ts';
import type { WorkshopState } from '../state.ts';
import { categoryOf, categoryTallies } from '../tally/choices.ts';
import { countOf } from '../tally/turnout.ts';
import { askedIn, evidenceOf, proposal } from './evidence.ts';
import { counted } from '../counted.ts';

/** Occupations the room moved out of the category their code gives. */
export function categoryProposals(state: WorkshopState): Adjustment[] {
  const place = placeOfPhase(state, 'group');
  if (!place || isStopped(state, place)) return [];
  const phase = phaseOf(state, place);
  const asked = askedIn(state, { ...place, round: roundOf(phase), number: phase.round });
  const suggestions = categoryTallies(state, asked.round);
  const { firms, people } = countOf(state, asked.round);
  return focusOccupations(state)
    .map((occupation) => ({
      occupation,
      given: state.deck.cards[occupation]?.group,
      now: categoryOf(state, occupation),
    }))
    .filter(({ given, now }) => given !== undefined && given.id !== now.id)
    .map(({ occupation, given, now }) => {
      const agree =
        suggestions.find(
          (suggestion) => suggestion.occupation === occupation && suggestion.category === now.id,
        )?.firms ?? 0;
      const disagree = suggestions
        .filter((suggestion) => suggestion.occupation === occupation && suggestion.category !== now.id)
        .reduce((sum, suggestion) => sum + suggestion.firms, 0);
      return proposal(state, {
        kind: 'category',
        target: occupation,
        title: titleOf(state, occupation),
        measure: 'category',
        publishedValue: given?.title ?? null,
        proposedValue: now.title,
        evidence: evidenceOf(
          state,
          asked,
          { answers: people, firms, agree, disagree, cannotSay: 0 },
          'placed by the facilitator before the room',
          null,
          [
            `${counted(agree, 'firm', 'firms')} suggested it from ${agree === 1 ? 'its phone' : 'their phones'}.`,
          ],
        ),
        detail: { occupation: titleOf(state, occupation) },
      });
    });
}

import type { Adjustment } from '../../lmi/adjustment.ts';
import { preferenceEntries } from '../preferences.ts';
import type { WorkshopState } from '../state.ts';
import { preferenceTallies } from '../tally/choices.ts';
import { countOf } from '../tally/turnout.ts';
import { evidenceOf, lastAsked, proposal } from './evidence.ts';
import { counted } from '../counted.ts';

/** Preferred: at least a quarter of the firms that answered, and never one firm alone. */
const LEAST_SHARE = 0.25;
const LEAST_FIRMS = 2;

export function preferenceProposals(state: WorkshopState): Adjustment[] {
  const asked = lastAsked(state, 'tell');
  if (!asked) return [];
  const tallies = preferenceTallies(state, asked.round);
  const { firms, people } = countOf(state, asked.round);
  return preferenceEntries(state)
    .map((entry) => ({ entry, chosen: tallies.get(entry.id) }))
    .filter(
      ({ chosen }) =>
        chosen !== undefined && chosen.firms >= LEAST_FIRMS && chosen.firms >= LEAST_SHARE * firms,
    )
    .map(({ entry, chosen }) => {
      const agree = chosen?.firms ?? 0;
      return proposal(state, {
        kind: 'preference',
        target: entry.id,
        title: entry.detail === null ? entry.label : `${entry.label}, ${entry.detail}`,
        measure: 'preferred',
        proposedValue: 'preferred',
        evidence: evidenceOf(
          state,
          asked,
          { answers: people, firms, agree, disagree: firms - agree, cannotSay: 0 },
          'a quarter of the firms that answered, at least two',
          LEAST_SHARE,
          [
            `Chosen by ${agree} of ${counted(firms, 'firm', 'firms')}, ${counted(chosen?.people ?? 0, 'person', 'people')}.`,
          ],
        ),
        detail: { kind: entry.kind, label: entry.label, provider: entry.detail },
      });
    });
}

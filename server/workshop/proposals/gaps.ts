import type { Adjustment } from '../../lmi/adjustment.ts';
import { percentWords } from '../../lmi/percent.ts';
import type { WorkshopState } from '../state.ts';
import { gapTallies } from '../tally/gaps.ts';
import { evidenceOf, lastAsked, proposal } from './evidence.ts';
import { counted } from '../counted.ts';

/** Skills that at least half of the firms with an opinion find lacking often or almost always. */
export function gapProposals(state: WorkshopState): Adjustment[] {
  const asked = lastAsked(state, 'rate');
  if (!asked) return [];
  return gapTallies(state, asked.round)
    .filter((gap) => gap.firms > gap.cannotSay && gap.often * 2 >= gap.firms - gap.cannotSay)
    .map((gap) => {
      const withOpinion = gap.firms - gap.cannotSay;
      const lines = [
        `Lacking often or almost always: ${gap.often} of ${counted(withOpinion, 'firm', 'firms')} with an opinion.`,
        ...(gap.dayOne === null
          ? []
          : [`Needed on day one: ${percentWords(gap.dayOne)} of the firms that said.`]),
      ];
      return proposal(state, {
        kind: 'gap',
        target: `${gap.occupation}/${gap.id}`,
        title: `${gap.label}, ${gap.occupationTitle}`,
        measure: 'skill_gap',
        proposedValue: String(gap.rank),
        unit: 'rank',
        evidence: evidenceOf(
          state,
          asked,
          {
            answers: gap.people,
            firms: gap.firms,
            agree: gap.often,
            disagree: withOpinion - gap.often,
            cannotSay: gap.cannotSay,
          },
          'half of the firms with an opinion say often or almost always',
          0.5,
          lines,
        ),
        detail: {
          label: gap.label,
          occupation: gap.occupationTitle,
          frequency: gap.frequency,
          dayOne: gap.dayOne,
          rank: gap.rank,
          skill: gap.skill,
        },
      });
    });
}

import type { Adjustment } from '../../lmi/adjustment.ts';
import { optionOf, titleOf } from '../options.ts';
import type { WorkshopState } from '../state.ts';
import { criticalList, criticalVotes, gridRows } from '../tally/critical.ts';
import { countOf } from '../tally/turnout.ts';
import { evidenceOf, lastAsked, proposal } from './evidence.ts';
import { counted } from '../counted.ts';

/** The occupations the room keeps, with their rank; the tie-break where it was played. */
export function criticalProposals(state: WorkshopState): Adjustment[] {
  const asked = lastAsked(state, 'choose');
  if (!asked) return [];
  const grid = lastAsked(state, 'ties');
  const useGrid = grid !== null && grid.isRevealed;
  const votes = criticalVotes(state, asked.activity, asked.round);
  const { firms, people: ballots } = countOf(state, asked.round);
  const kept =
    state.critical.length > 0
      ? state.critical.map((id) => optionOf(state, id))
      : criticalList(state, asked.activity, useGrid);
  return [...new Set(kept)].map((id, index) => {
    const vote = votes.find((candidate) => candidate.id === id);
    const row = useGrid
      ? gridRows(state, asked.activity).find((candidate) => candidate.id === id)
      : undefined;
    const lines = [
      `Chosen by ${counted(vote?.firms ?? 0, 'firm', 'firms')}, ${counted(vote?.people ?? 0, 'person', 'people')}.`,
      ...(row
        ? [
            `Tie decided by the prioritizing grid: ${counted(row.wins, 'choice', 'choices')}, place ${row.rank}.`,
          ]
        : []),
      ...(state.deck.cards[id] ? [] : ['A write-in that was not matched to an occupation code.']),
    ];
    const counts = {
      answers: ballots,
      firms,
      agree: vote?.firms ?? 0,
      disagree: Math.max(0, firms - (vote?.firms ?? 0)),
      cannotSay: 0,
    };
    return proposal(state, {
      kind: 'critical',
      target: id,
      title: titleOf(state, id),
      measure: 'critical_rank',
      proposedValue: String(index + 1),
      unit: 'rank',
      evidence: evidenceOf(
        state,
        asked,
        counts,
        row ? 'most firms; ties by the prioritizing grid' : 'most firms',
        null,
        lines,
      ),
      detail: {
        occupation: titleOf(state, id),
        votes: vote?.people ?? 0,
        matched: state.deck.cards[id] !== undefined,
      },
    });
  });
}

/** The last screen: what the room decided (revealed results only), and what happens with it. */
import { titleOf } from '../options.ts';
import { isStopped, phaseOf, placeOfPhase, roundOf } from '../phases.ts';
import type { PhaseName } from '../../../src/lib/protocol/guide.ts';
import type { RoundState, WorkshopState } from '../state.ts';
import { figureTallies } from '../tally/figures.ts';
import { gapTallies } from '../tally/gaps.ts';
import { standing } from '../tally/validation.ts';
import { counted } from '../counted.ts';

const SHOWN_GAPS = 5;

export interface Closing {
  decisions: { heading: string; lines: string[] }[];
  next: string[];
}

export function closing(state: WorkshopState): Closing {
  return {
    decisions: [critical(state), gaps(state), map(state), figures(state), notes(state)].filter(
      (part) => part.lines.length > 0,
    ),
    next: [
      'Staff rule on each proposal and write down why.',
      'What is accepted becomes a numbered revision beside the published figures, with its evidence.',
      `Names and free text are erased ${state.setup.retentionDays} days after it is published.`,
    ],
  };
}

/** The last round of a phase, if the room has seen its result and the topic was not stopped. */
function revealedRound(state: WorkshopState, phase: PhaseName): RoundState | null {
  const place = placeOfPhase(state, phase);
  if (!place || isStopped(state, place)) return null;
  const at = phaseOf(state, place);
  return at.status === 'revealed' ? roundOf(at) : null;
}

function critical(state: WorkshopState): Closing['decisions'][number] {
  return {
    heading: 'Critical occupations',
    lines: state.critical.map((id, index) => `${index + 1}. ${titleOf(state, id)}`),
  };
}

function gaps(state: WorkshopState): Closing['decisions'][number] {
  const round = revealedRound(state, 'rate');
  const rated = round ? gapTallies(state, round).filter((gap) => gap.frequency !== null) : [];
  const top = rated.sort((a, b) => (b.frequency ?? 0) - (a.frequency ?? 0)).slice(0, SHOWN_GAPS);
  return {
    heading: 'Most often lacking',
    lines: top.map(
      (gap) =>
        `${gap.label} (${gap.occupationTitle}): often or almost always for ${gap.often} of ${counted(gap.firms, 'firm', 'firms')}`,
    ),
  };
}

function map(state: WorkshopState): Closing['decisions'][number] {
  const place = placeOfPhase(state, 'vote');
  const tallies = place && !isStopped(state, place) ? [...standing(state, false).values()] : [];
  const count = (verdict: string): number => tallies.filter((tally) => tally.verdict === verdict).length;
  return {
    heading: 'The map',
    lines:
      tallies.length === 0
        ? []
        : [
            `${count('validated')} steps and transitions validated, ${count('contested')} contested, ${count('undecided')} undecided`,
          ],
  };
}

function figures(state: WorkshopState): Closing['decisions'][number] {
  const round = revealedRound(state, 'mark');
  const marked = round ? figureTallies(state, round) : [];
  const count = (direction: string): number => marked.filter((tally) => tally.direction === direction).length;
  return {
    heading: 'Published figures',
    lines:
      marked.length === 0
        ? []
        : [
            `${count('too_low')} said to be too low, ${count('too_high')} too high, ${count('about_right')} about right`,
          ],
  };
}

function notes(state: WorkshopState): Closing['decisions'][number] {
  return {
    heading: 'Decided in the room',
    lines: Object.values(state.notes)
      .filter((note) => note.decision)
      .map((note) => note.text),
  };
}

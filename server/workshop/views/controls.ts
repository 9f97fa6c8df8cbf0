/** What each control would do now, in a sentence, before it happens; null where it is not possible. */
import type { ConsoleView } from '../../../src/lib/protocol/views/faces.ts';
import type { PhaseName } from '../../../src/lib/protocol/guide.ts';
import { firmsPresent } from '../firms.ts';
import { nextPlace, previousPlace } from '../guide-position.ts';
import { activityOf, phaseOf } from '../phases.ts';
import type { Place } from '../phases.ts';
import type { WorkshopState } from '../state.ts';
import { tiedAtTheBoundary } from '../tally/critical.ts';
import { finishedFirms } from './header-view.ts';
import { counted } from '../counted.ts';

export const PHASE_TITLES: Record<PhaseName, string> = {
  join: 'Join',
  mark: 'Mark the figures',
  nominate: 'Nominate',
  choose: 'Choose',
  ties: 'Break the tie',
  group: 'Group',
  tap: 'Reasons',
  rate: 'Rate the gaps',
  order: 'Order the steps',
  map: 'Draw the map',
  vote: 'Validate',
  tell: 'Preferences',
  offer: 'Commit',
  survey: 'Survey',
};

export function controls(state: WorkshopState): ConsoleView['controls'] {
  const { status, round } = phaseOf(state, state.current);
  const isLive = state.stage === 'open' || state.stage === 'running';
  const canOpen =
    state.current.phase !== 'ties' || tiedAtTheBoundary(state, state.current.activity).options.length > 1;
  const undo = state.undo.at(-1);
  const when = (possible: boolean, sentence: string): string | null => (isLive && possible ? sentence : null);
  const isOver = status === 'closed' || status === 'revealed';
  return {
    open: when(status === 'upcoming' && canOpen, `Opens “${name(state, state.current)}” on every phone.`),
    close: when(status === 'open', `Locks the answers. ${unfinished(state)} Nothing is shown yet.`),
    reveal: when(status === 'closed', 'Shows the result on the screen and on every phone.'),
    reopen: when(
      isOver,
      status === 'revealed'
        ? 'Hides the result and takes answers again; all answers stay.'
        : 'Takes answers again; all answers stay.',
    ),
    round: when(
      isOver && state.current.phase !== 'join',
      state.current.phase === 'vote'
        ? `Starts round ${round + 1} with what is not validated yet; this round is kept.`
        : `Starts round ${round + 1} with empty ballots; this round is kept.`,
    ),
    next: moveSentence(state, nextPlace(state), isLive),
    back: moveSentence(state, previousPlace(state), state.stage === 'running'),
    undo: isLive && undo ? { id: undo.id, label: undo.label } : null,
    closeWorkshop:
      state.stage === 'running'
        ? 'Ends the workshop for everyone and computes the proposals for staff. It cannot be reopened.'
        : null,
  };
}

function name(state: WorkshopState, place: Place): string {
  const activity = activityOf(state, place.activity);
  const title = activity?.title ?? place.activity;
  const phases = activity?.kind === 'critical' || activity?.kind === 'pathway';
  return phases ? `${title}: ${PHASE_TITLES[place.phase].toLowerCase()}` : title;
}

function unfinished(state: WorkshopState): string {
  const left = firmsPresent(state).length - finishedFirms(state).size;
  return left > 0
    ? `${left} of ${counted(firmsPresent(state).length, 'firm', 'firms')} ${left === 1 ? 'has' : 'have'} not finished.`
    : 'Every firm has finished.';
}

function moveSentence(state: WorkshopState, to: Place | null, possible: boolean): string | null {
  if (!to || !possible) return null;
  const here = phaseOf(state, state.current);
  const there = phaseOf(state, to);
  const locks = here.status === 'open' ? 'Locks the answers here and shows' : 'Shows';
  const as =
    there.status === 'revealed'
      ? ', with its result'
      : there.status === 'upcoming'
        ? ', not open yet'
        : ', locked';
  return `${locks} “${name(state, to)}”${as}.`;
}

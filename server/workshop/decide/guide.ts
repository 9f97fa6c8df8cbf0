/** Open, close, reveal, reopen, next, back: R10, V1, V5. Each names the phase its sender saw, so that two hands move the room once. */
import type { CommandType } from '../../../src/lib/protocol/commands/index.ts';
import type { WorkshopEvent } from '../events.ts';
import { firmsPresent } from '../firms.ts';
import { nextPlace, previousPlace } from '../guide-position.ts';
import { activityOf, phaseOf, places, roundOf, samePlace } from '../phases.ts';
import type { Place } from '../phases.ts';
import type { Context, Decision } from '../ports.ts';
import type { WorkshopState } from '../state.ts';
import { criticalList, tiedAtTheBoundary } from '../tally/critical.ts';
import { validationTallies } from '../tally/validation.ts';
import { happened, refuse, undoable } from './handler.ts';
import type { Deciders } from './handler.ts';

type GuideCommand = Extract<CommandType, `phase.${string}` | `guide.${string}`>;

const isHere = (state: WorkshopState, place: Place): boolean => samePlace(state.current, place);
const title = (state: WorkshopState, place: Place): string =>
  activityOf(state, place.activity)?.title ?? place.activity;

function opened(
  state: WorkshopState,
  place: Place,
  now: number,
  round: number,
  asked: string[] | null,
): WorkshopEvent {
  const ties = place.phase === 'ties' ? tiedAtTheBoundary(state, place.activity) : null;
  return { type: 'phaseOpened', ...at(place), at: now, round, rule: state.setup.rule, asked, ties };
}
const at = ({ activity, phase }: Place): Place => ({ activity, phase });
const closed = (state: WorkshopState, place: Place, now: number): WorkshopEvent => ({
  type: 'phaseClosed',
  ...at(place),
  at: now,
  electorate: firmsPresent(state),
});

/** Leaving an open phase locks it (R10). */
function move(state: WorkshopState, to: Place | null, context: Context, label: string): Decision {
  if (to === null) return refuse('not_found');
  const from = at(state.current);
  const wasOpen = phaseOf(state, from).status === 'open';
  const round = phaseOf(state, from).round;
  const leave = wasOpen ? [closed(state, from, context.now)] : [];
  const reopen = wasOpen ? [opened(state, from, context.now, round, null)] : [];
  return undoable(
    context,
    label,
    [...leave, { type: 'guideMoved', ...at(to) }],
    [{ type: 'guideMoved', ...from }, ...reopen],
  );
}

/** What the next round asks: the contested items, then the undecided; everything where nothing is (V2). */
function nextRoundAsks(state: WorkshopState, place: Place): string[] | null {
  if (place.phase !== 'vote') return null;
  const phase = phaseOf(state, place);
  const open = validationTallies(state, roundOf(phase), phase.round).filter(
    (tally) => tally.verdict !== 'validated',
  );
  return open.length > 0 ? open.map((tally) => tally.question) : null;
}

export const guideDeciders: Deciders<GuideCommand> = {
  'phase.open'(state, _actor, command, context) {
    if (!isHere(state, command)) return refuse('already_moved');
    const phase = phaseOf(state, command);
    if (phase.status !== 'upcoming') return refuse('already_moved');
    if (command.phase === 'ties' && tiedAtTheBoundary(state, command.activity).options.length < 2)
      return refuse('not_found');
    return happened(opened(state, command, context.now, phase.round, null));
  },
  'phase.close'(state, _actor, command, context) {
    if (!isHere(state, command) || phaseOf(state, command).status !== 'open') return refuse('already_moved');
    const round = phaseOf(state, command).round;
    return undoable(
      context,
      `Close ${title(state, command)}`,
      [closed(state, command, context.now)],
      [opened(state, command, context.now, round, null)],
    );
  },
  'phase.reveal'(state, _actor, command, context) {
    if (!isHere(state, command)) return refuse('already_moved');
    if (phaseOf(state, command).status !== 'closed') return refuse('nothing_to_reveal');
    const critical =
      command.phase === 'choose' || command.phase === 'ties'
        ? criticalList(state, command.activity, command.phase === 'ties')
        : null;
    return undoable(
      context,
      `Reveal ${title(state, command)}`,
      [{ type: 'phaseRevealed', ...at(command), at: context.now, critical }],
      [{ type: 'revealTaken', ...at(command), critical: state.critical }],
    );
  },
  'phase.reopen'(state, _actor, command, context) {
    if (!isHere(state, command)) return refuse('already_moved');
    const phase = phaseOf(state, command);
    if (phase.status !== 'closed' && phase.status !== 'revealed') return refuse('already_moved');
    return happened(opened(state, command, context.now, phase.round, null));
  },
  'phase.round'(state, _actor, command, context) {
    if (!isHere(state, command)) return refuse('already_moved');
    const phase = phaseOf(state, command);
    if (phase.status !== 'closed' && phase.status !== 'revealed') return refuse('nothing_to_reveal');
    return happened(opened(state, command, context.now, phase.round + 1, nextRoundAsks(state, command)));
  },
  'phase.extend'(state, _actor, command) {
    if (!isHere(state, command)) return refuse('already_moved');
    return happened({ type: 'phaseExtended', ...at(command), ms: command.minutes * 60_000 });
  },
  'guide.next'(state, _actor, command, context) {
    return isHere(state, command) ? move(state, nextPlace(state), context, 'Next') : refuse('already_moved');
  },
  'guide.back'(state, _actor, command, context) {
    return isHere(state, command)
      ? move(state, previousPlace(state), context, 'Back')
      : refuse('already_moved');
  },
  'guide.go'(state, _actor, command, context) {
    const to = places(state).find((place) => samePlace(place, command));
    if (!to) return refuse('not_found');
    return isHere(state, to) ? happened() : move(state, to, context, `Go to ${title(state, to)}`);
  },
};

/** The map: each change touches one step or one transition, so that several hands at once lose nobody's work. */
import type { CommandType } from '../../../src/lib/protocol/commands/index.ts';
import { competitionWarning } from '../../../src/lib/protocol/competition.ts';
import type { MapChange } from '../../../src/lib/protocol/map-change.ts';
import type { WorkshopEvent } from '../events.ts';
import { personOf } from '../firms.ts';
import { focusOccupations } from '../options.ts';
import { pathwayMap } from '../pathway-map.ts';
import { phaseOf, placeOfPhase, roundOf } from '../phases.ts';
import type { Context, Decision } from '../ports.ts';
import type { MapStep, MapTransition, PathwayMap, WorkshopState } from '../state.ts';
import { orderTally, stepsOfSide } from '../tally/order.ts';
import { refuse, undoable } from './handler.ts';
import type { Deciders } from './handler.ts';

interface Applied {
  label: string;
  events: WorkshopEvent[];
  inverse: WorkshopEvent[];
}

/** The events of one change, with those that take it back; null when what it names is not there. */
function changeMap(map: PathwayMap, change: MapChange, id: string, origin: string): Applied | null {
  const pathway = map.occupation;
  const putStep = (step: MapStep): WorkshopEvent => ({ type: 'stepPut', pathway, step });
  const putTransition = (transition: MapTransition): WorkshopEvent => ({
    type: 'transitionPut',
    pathway,
    transition,
  });
  const alterStep = (step: MapStep | undefined, altered: Partial<MapStep>, label: string): Applied | null =>
    step ? { label, events: [putStep({ ...step, ...altered })], inverse: [putStep(step)] } : null;
  const alterTransition = (
    transition: MapTransition | undefined,
    altered: Partial<MapTransition>,
    label: string,
  ): Applied | null =>
    transition
      ? {
          label,
          events: [putTransition({ ...transition, ...altered })],
          inverse: [putTransition(transition)],
        }
      : null;

  switch (change.type) {
    case 'step.add': {
      const { kind, label, code, side, level, row } = change;
      const step: MapStep = { id, kind, label, code, side, level, row, origin, removed: false, draft: null };
      return {
        label: `Add “${label}”`,
        events: [putStep(step)],
        inverse: [putStep({ ...step, removed: true })],
      };
    }
    case 'step.place':
      return alterStep(
        map.steps[change.step],
        { level: change.level, row: change.row, ...sideAt(map.steps[change.step], change.level) },
        'Move a step',
      );
    case 'step.rename':
      return alterStep(map.steps[change.step], { label: change.label }, 'Rename a step');
    case 'step.remove':
      return map.steps[change.step]?.side === 'focus'
        ? null
        : alterStep(
            map.steps[change.step],
            { removed: true },
            `Remove “${map.steps[change.step]?.label ?? ''}”`,
          );
    case 'step.restore':
      return alterStep(map.steps[change.step], { removed: false }, 'Put a step back');
    case 'transition.add': {
      const { from, to, kind, months } = change;
      if (from === to || !map.steps[from] || !map.steps[to]) return null;
      const same = Object.values(map.transitions).find((other) => other.from === from && other.to === to);
      if (same) return alterTransition(same, { kind, months, removed: false }, 'Change a transition');
      const transition: MapTransition = { id, from, to, kind, months, origin, removed: false, draft: null };
      return {
        label: 'Add a transition',
        events: [putTransition(transition)],
        inverse: [putTransition({ ...transition, removed: true })],
      };
    }
    case 'transition.change':
      return alterTransition(
        map.transitions[change.transition],
        { kind: change.kind, months: change.months },
        'Change a transition',
      );
    case 'transition.remove':
      return alterTransition(map.transitions[change.transition], { removed: true }, 'Remove a transition');
    case 'transition.restore':
      return alterTransition(map.transitions[change.transition], { removed: false }, 'Put a transition back');
  }
}

/** A step dragged across the occupation changes sides; the occupation itself stays at 0. */
function sideAt(step: MapStep | undefined, level: number): Partial<MapStep> {
  if (!step || step.side === 'focus') return { level: 0 };
  return level === 0 ? {} : { side: level < 0 ? 'into' : 'out' };
}

/** Places for the room's order: nearest to the occupation at level 1 (or -1); what nobody placed stays further out. */
function adoptedPlaces(
  state: WorkshopState,
  pathway: string,
): { steps: { id: string; level: number; row: number }[]; round: number } | null {
  const place = placeOfPhase(state, 'order');
  if (!place) return null;
  const phase = phaseOf(state, place);
  if (phase.status !== 'closed' && phase.status !== 'revealed') return null;
  const places = (['into', 'out'] as const).flatMap((side) => {
    const ordered = orderTally(state, roundOf(phase), pathway, side).steps.map((step) => step.id);
    const others = stepsOfSide(state, pathway, side)
      .map((step) => step.id)
      .filter((id) => !ordered.includes(id));
    const outward = side === 'into' ? [...others, ...ordered].reverse() : [...ordered, ...others];
    return ordered.length === 0
      ? []
      : outward.map((id, index) => ({ id, level: (index + 1) * (side === 'into' ? -1 : 1), row: 0 }));
  });
  return places.length > 0 ? { steps: places, round: phase.round } : null;
}

function change(
  state: WorkshopState,
  pathway: string,
  wanted: MapChange,
  id: string,
  origin: string,
): Applied | null {
  return focusOccupations(state).includes(pathway)
    ? changeMap(pathwayMap(state, pathway), wanted, id, origin)
    : null;
}

export const mapDeciders: Deciders<Extract<CommandType, `map.${string}` | `proposal.${string}`>> = {
  'map.change'(state, _actor, command, context) {
    const applied = change(state, command.pathway, command.change, context.commandId, 'room');
    return applied ? undoable(context, applied.label, applied.events, applied.inverse) : refuse('not_found');
  },
  'map.adopt'(state, _actor, command, context) {
    if (!focusOccupations(state).includes(command.pathway)) return refuse('not_found');
    const adopted = adoptedPlaces(state, command.pathway);
    if (!adopted) return refuse('nothing_to_reveal');
    const map = pathwayMap(state, command.pathway);
    const before = adopted.steps
      .map(({ id }) => map.steps[id])
      .filter((step) => step !== undefined)
      .map(({ id, level, row }) => ({ id, level, row }));
    return undoable(
      context,
      'Take the room’s order onto the map',
      [
        {
          type: 'mapAdopted',
          pathway: command.pathway,
          adopted: { at: context.now, round: adopted.round },
          steps: adopted.steps,
        },
      ],
      [{ type: 'mapAdopted', pathway: command.pathway, adopted: map.adopted, steps: before }],
    );
  },
  'map.propose'(state, actor, command, context): Decision {
    if (command.activity !== state.current.activity) return refuse('moved_on');
    if (personOf(state, actor.id)?.groundRulesAt == null) return refuse('ground_rules_first');
    if (!change(state, command.pathway, command.change, context.commandId, context.commandId))
      return refuse('not_found');
    const warning = 'label' in command.change ? competitionWarning(command.change.label) : null;
    const proposal = {
      id: context.commandId,
      by: actor.id,
      at: context.now,
      pathway: command.pathway,
      change: command.change,
      status: 'waiting' as const,
    };
    return { events: [{ type: 'proposalMade', proposal }], ...(warning ? { warning } : {}) };
  },
  'proposal.settle'(state, _actor, command, context: Context) {
    const proposal = state.proposals[command.proposal];
    if (!proposal || proposal.status !== 'waiting') return refuse('not_found');
    const settled = (status: 'waiting' | 'accepted' | 'dismissed'): WorkshopEvent => ({
      type: 'proposalSettled',
      proposal: proposal.id,
      status,
    });
    if (!command.accepted)
      return undoable(context, 'Dismiss a proposal', [settled('dismissed')], [settled('waiting')]);
    const applied = change(state, proposal.pathway, proposal.change, proposal.id, proposal.id);
    return applied
      ? undoable(
          context,
          applied.label,
          [...applied.events, settled('accepted')],
          [...applied.inverse, settled('waiting')],
        )
      : refuse('not_found');
  },
};

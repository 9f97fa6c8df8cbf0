/** The console: the guide, the people (never what they chose), and what waits for the facilitator's hand. */
import type { ConsoleView } from '../../../src/lib/protocol/views/faces.ts';
import { allows } from '../consent.ts';
import { isHeld, similarEntry } from '../entries.ts';
import { firmOf, people, similarFirms } from '../firms.ts';
import { isSkipped } from '../guide-position.ts';
import { focusOccupations } from '../options.ts';
import { pathwayMap, transitionLabel } from '../pathway-map.ts';
import { activityOf, currentRound, isStopped, phaseOf, places, samePlace } from '../phases.ts';
import { proposalSummary } from '../proposal-summary.ts';
import type { WorkshopState } from '../state.ts';
import { isRevealed } from './content-view.ts';
import { controls, PHASE_TITLES } from './controls.ts';
import { plannedOf } from './header-view.ts';
import type { Live } from './live.ts';
import { sharedParts } from './shared-parts.ts';
import type { SharedParts } from './shared-parts.ts';

export function consoleView(
  state: WorkshopState,
  live: Live,
  shared: SharedParts = sharedParts(state, live.now),
): ConsoleView {
  const { status } = phaseOf(state, state.current);
  return {
    face: 'console',
    header: shared.header(),
    content: shared.content(status === 'closed' || status === 'revealed'),
    revealed: isRevealed(state),
    plan: plan(state),
    controls: controls(state),
    people: peopleList(state, live),
    firms: firms(state),
    seats: Object.values(state.seats)
      .filter((seat) => !seat.revoked)
      .map(({ id, name, kind, taken }) => ({
        id,
        name,
        kind,
        taken,
        connected: live.connectedSeats.has(id),
      })),
    entries: entries(state),
    proposals: Object.values(state.proposals).map((proposal) => ({
      id: proposal.id,
      pathway: proposal.pathway,
      change: proposal.change,
      summary: proposalSummary(state, proposal),
      status: proposal.status,
    })),
    notes: Object.values(state.notes).map(({ id, at, activity, text, decision }) => ({
      id,
      at,
      activity,
      text,
      decision,
    })),
    removed: removed(state),
    stops: state.stops.map(({ at, activity, reason, resumedAt }) => ({ at, activity, reason, resumedAt })),
    storage: live.storage,
  };
}

function plan(state: WorkshopState): ConsoleView['plan'] {
  return places(state).map((place) => {
    const phase = phaseOf(state, place);
    return {
      activity: place.activity,
      phase: place.phase,
      title: activityOf(state, place.activity)?.title ?? place.activity,
      phaseTitle: PHASE_TITLES[place.phase],
      status: phase.status,
      current: samePlace(place, state.current),
      skipped: isSkipped(state, place),
      round: phase.round,
      plannedMs: plannedOf(state, place) + phase.extendedMs,
      spentMs: phase.spentMs,
    };
  });
}

function peopleList(state: WorkshopState, live: Live): ConsoleView['people'] {
  const { finished } = currentRound(state);
  // Devices of a person who was merged into another count for that one.
  const connected = new Set(
    [...live.connectedParticipants].map((id) => state.participants[id]?.mergedInto ?? id),
  );
  return people(state).map((person) => ({
    id: person.id,
    name: person.profile.name,
    organisation: person.profile.organisation,
    firm: firmOf(state, person.firm)?.id ?? person.firm,
    role: person.profile.role,
    paper: person.paper,
    connected: connected.has(person.id),
    finished: finished[person.id] !== undefined,
    groundRules: person.groundRulesAt !== null,
    named: allows(person, 'named', live.now),
  }));
}

function firms(state: WorkshopState): ConsoleView['firms'] {
  const counts = new Map<string, number>();
  for (const person of people(state)) {
    const firm = firmOf(state, person.firm)?.id;
    if (firm) counts.set(firm, (counts.get(firm) ?? 0) + 1);
  }
  const similar = similarFirms(state);
  return Object.values(state.firms)
    .filter((firm) => firm.mergedInto === null && counts.has(firm.id))
    .map((firm) => ({
      id: firm.id,
      name: firm.name,
      people: counts.get(firm.id) ?? 0,
      similarTo: similar.get(firm.id) ?? null,
    }));
}

/** Entries of the current activity; of a stopped topic none. */
function entries(state: WorkshopState): ConsoleView['entries'] {
  if (state.topicStopped || isStopped(state, state.current)) return [];
  return Object.values(state.entries)
    .filter((entry) => entry.activity === state.current.activity && !entry.withdrawn)
    .map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      occupation: entry.occupation,
      code: entry.code,
      label: entry.label,
      hidden: entry.hidden,
      held: isHeld(entry),
      warning: entry.warning,
      mergedInto: entry.mergedInto,
      theme: entry.theme,
      similarTo: entry.mergedInto === null ? similarEntry(state, entry) : null,
    }));
}

function removed(state: WorkshopState): ConsoleView['removed'] {
  return focusOccupations(state).flatMap((pathway) => {
    const map = pathwayMap(state, pathway);
    const steps = Object.values(map.steps)
      .filter((step) => step.removed)
      .map((step) => ({ pathway, of: 'step' as const, id: step.id, label: step.label }));
    const transitions = Object.values(map.transitions)
      .filter((transition) => transition.removed)
      .map((transition) => ({
        pathway,
        of: 'transition' as const,
        id: transition.id,
        label: transitionLabel(map, transition),
      }));
    return [...steps, ...transitions];
  });
}

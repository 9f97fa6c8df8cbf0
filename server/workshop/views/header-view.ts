/** The header of every face: built field by field (R7). Counts only. */
import type { CurrentView, HeaderView } from '../../../src/lib/protocol/views/header.ts';
import { PHASES } from '../../../src/lib/protocol/phases.ts';
import { employers, firmOf, firmsPresent, people, personOf } from '../firms.ts';
import { titleOf } from '../options.ts';
import { activityOf, currentRound, phaseOf } from '../phases.ts';
import type { Place } from '../phases.ts';
import { promptOf } from '../prompt.ts';
import { pathwayMap, transitionLabel } from '../pathway-map.ts';
import type { Participant, WorkshopState } from '../state.ts';
import { spotlitEntry } from './spotlit.ts';

export function headerView(state: WorkshopState): HeaderView {
  const { id, setup, stage, rehearsal, locked, code, topicStopped, nudges } = state;
  return {
    workshop: id,
    title: setup.title,
    sector: setup.sector,
    region: setup.region,
    stage,
    rehearsal,
    locked,
    code: shownCode(code),
    current: currentView(state),
    rail: rail(state),
    presence: presence(state),
    turnout: { finished: finishedFirms(state).size, firms: firmsPresent(state).length },
    spotlight: spotlight(state),
    topicStopped,
    nudges,
  };
}

/** K7M2QX is shown as K7M-2QX. */
const shownCode = (code: string): string =>
  code.length === 6 ? `${code.slice(0, 3)}-${code.slice(3)}` : code;

function currentView(state: WorkshopState): CurrentView {
  const activity = activityOf(state, state.current.activity);
  const phase = phaseOf(state, state.current);
  const plannedMs = plannedOf(state, state.current) + phase.extendedMs;
  return {
    activity: state.current.activity,
    number: state.setup.guide.findIndex((candidate) => candidate.id === state.current.activity) + 1,
    total: state.setup.guide.length,
    kind: activity?.kind ?? 'welcome',
    phase: state.current.phase,
    title: activity?.title ?? '',
    purpose: activity?.purpose ?? '',
    prompt: promptOf(state, state.current),
    status: phase.status,
    round: phase.round,
    rule: currentRound(state).rule ?? state.setup.rule,
    timer: {
      plannedMs,
      openedAt: phase.openedAt,
      spentMs: phase.spentMs,
      endsAt: phase.openedAt === null ? null : phase.openedAt + Math.max(0, plannedMs - phase.spentMs),
    },
  };
}

/** An activity's minutes are shared by its phases; the tie-break, if it comes, takes no planned time. */
export function plannedOf(state: WorkshopState, place: Place): number {
  const activity = activityOf(state, place.activity);
  if (!activity || place.phase === 'ties') return 0;
  const phases = PHASES[activity.kind].filter((phase) => phase !== 'ties').length;
  return Math.round((activity.minutes * 60_000) / phases);
}

function rail(state: WorkshopState): HeaderView['rail'] {
  const at = state.setup.guide.findIndex((activity) => activity.id === state.current.activity);
  return state.setup.guide.map(({ id, kind, title }, index) => ({
    activity: id,
    kind,
    title,
    status: index === at ? 'current' : index < at ? 'done' : 'upcoming',
  }));
}

function presence(state: WorkshopState): HeaderView['presence'] {
  const present = employers(state);
  const firms = firmsPresent(state);
  return {
    firms: firms.length,
    people: present.length,
    observers: people(state).length - present.length,
    quorum: state.setup.rule.quorum,
    belowQuorum: firms.length < state.setup.rule.quorum,
    sizeBands: countFirms(state, present, (person) => person.profile.sizeBand).map(([band, count]) => ({
      band,
      firms: count,
    })),
    subSectors: countFirms(state, present, (person) => person.profile.subSector).map(([name, count]) => ({
      name,
      firms: count,
    })),
  };
}

/** Each firm once, by what the first of its people said. */
function countFirms(
  state: WorkshopState,
  present: readonly Participant[],
  pick: (person: Participant) => string | null,
): [string, number][] {
  const ofFirm = new Map<string, string>();
  for (const person of present) {
    const firm = firmOf(state, person.firm)?.id;
    const value = pick(person)?.trim();
    if (firm && value && !ofFirm.has(firm)) ofFirm.set(firm, value);
  }
  const counts = new Map<string, number>();
  for (const value of ofFirm.values()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en'));
}

export function finishedFirms(state: WorkshopState): Set<string> {
  const firms = new Set<string>();
  for (const id of Object.keys(currentRound(state).finished)) {
    const person = personOf(state, id);
    const firm = person?.profile.role === 'employer' ? firmOf(state, person.firm) : undefined;
    if (firm) firms.add(firm.id);
  }
  return firms;
}

function spotlight(state: WorkshopState): HeaderView['spotlight'] {
  const target = state.topicStopped ? null : state.spotlight;
  if (!target) return null;
  const label = spotlightLabel(state, target);
  return label === null ? null : { kind: target.kind, id: target.id, label };
}

function spotlightLabel(
  state: WorkshopState,
  { kind, id }: NonNullable<WorkshopState['spotlight']>,
): string | null {
  if (kind === 'occupation') return titleOf(state, id);
  if (kind === 'entry') return spotlitEntry(state)?.label ?? null;
  for (const pathway of Object.keys(state.maps)) {
    const map = pathwayMap(state, pathway);
    const step = map.steps[id];
    if (kind === 'step' && step) return step.label;
    const transition = map.transitions[id];
    if (kind === 'transition' && transition) return transitionLabel(map, transition);
  }
  return null;
}

/** What each face will show at one phase, before the day: a throw-away copy of the workshop, moved there with nobody in it. */
import { placeOfPhase, places, samePlace } from '../workshop/phases.ts';
import type { Place } from '../workshop/phases.ts';
import type { WorkshopEvent } from '../workshop/events.ts';
import type { WorkshopState } from '../workshop/state.ts';
import type { Live } from '../workshop/views/live.ts';
import type { Rules } from '../room/ports.ts';
import type { Workshops } from '../services.ts';

type Faces = NonNullable<Awaited<ReturnType<Workshops['preview']>>>;

const HASH = '0'.repeat(64);
const HOST = 'preview-host';
const PERSON = 'preview-person';

/** null when the guide has no such phase. `draft` is not changed. */
export function previewOf(
  draft: WorkshopState,
  at: { activity: string; phase: string },
  rules: Rules,
  now: number,
): Faces | null {
  const place = places(draft).find(({ activity, phase }) => activity === at.activity && phase === at.phase);
  if (!place) return null;
  const state = structuredClone(draft);
  for (const event of eventsTo(state, place, now)) rules.apply(state, event);
  const live: Live = { connectedParticipants: new Set(), connectedSeats: new Set(), storage: 'ok', now };
  const shared = {
    screen: rules.screenView(state, live),
    phone: rules.phoneView(state, live),
    console: rules.consoleView(state, live),
  };
  for (const event of pretended(now)) rules.apply(state, event);
  return {
    screen: { shared: shared.screen, own: null },
    phone: { shared: shared.phone, own: rules.ownView(state, PERSON) },
    console: { shared: shared.console, own: rules.hostOwnView(state, HOST) },
  };
}

/** Later activities stand on the room's choice: the first of the short-list stand in for it. */
function eventsTo(state: WorkshopState, place: Place, now: number): WorkshopEvent[] {
  const { shortlist, rule, guide } = state.setup;
  const choose = placeOfPhase(state, 'choose');
  const keep = guide.find(({ id }) => id === choose?.activity)?.choose?.keep ?? 5;
  const order = places(state);
  const isAfterChoice = choose !== null && indexOf(order, place) > indexOf(order, choose);
  const critical: WorkshopEvent[] = isAfterChoice
    ? [{ type: 'phaseRevealed', ...choose, at: now, critical: shortlist.slice(0, keep) }]
    : [];
  const ties = place.phase === 'ties' ? { options: shortlist.slice(0, 3), places: 2 } : null;
  return [
    { type: 'workshopOpened', at: now },
    ...critical,
    { type: 'guideMoved', ...place },
    { type: 'phaseOpened', ...place, at: now, round: 1, rule, asked: null, ties },
  ];
}

function indexOf(order: readonly Place[], place: Place): number {
  return order.findIndex((each) => samePlace(each, place));
}

function pretended(now: number): WorkshopEvent[] {
  const profile = {
    name: 'A participant',
    organisation: 'An employer',
    jobTitle: null,
    sizeBand: null,
    subSector: null,
    role: 'employer' as const,
  };
  const firm = { id: 'preview-firm', name: profile.organisation };
  const seat = {
    id: HOST,
    kind: 'lead' as const,
    name: 'Facilitator',
    hash: HASH,
    taken: true,
    revoked: false,
  };
  return [
    { type: 'seatOffered', seat },
    { type: 'participantJoined', participant: PERSON, at: now, profile, hash: null, paper: false, firm },
    { type: 'groundRulesAcknowledged', participant: PERSON, at: now },
  ];
}

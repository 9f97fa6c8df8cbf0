/**
 * Whose view an event can change, so that nobody else's is built again. An answer changes nobody's but its author's: no
 * tally moves while a question is open (V5). An event that is not named here can change everybody's.
 */
import type { EventOf, EventType, WorkshopEvent } from '../events.ts';

export interface Touched {
  /** The views that everyone of a face shares. */
  shared: boolean;
  /** Whose own part; null when it may be anybody's. */
  own: string | null;
}

type OwnerOf = { [K in EventType]?: (event: EventOf<K>) => string | null };

const OWN_ONLY: OwnerOf = {
  answerStored: ({ participant }) => participant,
  answerCleared: ({ participant }) => participant,
};

const SHARED_AND_OWN: OwnerOf = {
  finishedSet: ({ participant }) => participant,
  groundRulesAcknowledged: ({ participant }) => participant,
  consentSet: ({ participant }) => participant,
  participantJoined: ({ participant }) => participant,
  entryAdded: ({ entry }) => entry.by,
  proposalMade: ({ proposal }) => proposal.by,
};

export function touchedBy(event: WorkshopEvent): Touched {
  const alone = ownerIn(OWN_ONLY, event);
  if (alone !== null) return { shared: false, own: alone };
  return { shared: true, own: ownerIn(SHARED_AND_OWN, event) };
}

function ownerIn(owners: OwnerOf, event: WorkshopEvent): string | null {
  const owner = owners[event.type] as ((event: WorkshopEvent) => string | null) | undefined;
  return owner?.(event) ?? null;
}

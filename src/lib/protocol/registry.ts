/**
 * Who may ask what, and when (R6). A command that is not here is allowed to nobody.
 * `needs: 'open'` means the phase the command names (or the current one) must be open (R10).
 */
import type { CommandType } from './commands/index.ts';
import type { PhaseName } from './guide.ts';
import type { Role, Stage } from './roles.ts';

export interface Permission {
  roles: readonly Role[];
  stages: readonly Stage[];
  /** Phases whose being open allows it; 'any' stage of the guide otherwise. */
  phases?: readonly PhaseName[];
}

const ROOM: readonly Stage[] = ['open', 'running'];
const LIVE: readonly Stage[] = ['running'];
const PERSON: readonly Role[] = ['employer', 'observer'];
const HOST: readonly Role[] = ['facilitator'];
const STAFF: readonly Role[] = ['staff'];
const ANSWERING: readonly PhaseName[] = [
  'mark',
  'choose',
  'ties',
  'group',
  'tap',
  'rate',
  'order',
  'vote',
  'tell',
  'offer',
  'survey',
];

export const REGISTRY: Record<CommandType, Permission> = {
  'answer.set': { roles: ['employer'], stages: LIVE, phases: ANSWERING },
  'answer.clear': { roles: ['employer'], stages: LIVE, phases: ANSWERING },
  'answer.finish': { roles: ['employer'], stages: LIVE, phases: [...ANSWERING, 'nominate', 'map'] },
  'entry.add': { roles: ['employer'], stages: LIVE, phases: ['nominate', 'tap', 'rate', 'tell'] },
  'entry.withdraw': { roles: ['employer'], stages: LIVE, phases: ['nominate', 'tap', 'rate', 'tell'] },
  'map.propose': { roles: ['employer'], stages: LIVE, phases: ['order', 'map'] },
  'profile.update': { roles: PERSON, stages: ROOM },
  'consent.set': { roles: PERSON, stages: ['open', 'running', 'closed', 'review', 'published'] },
  'ground-rules.acknowledge': { roles: PERSON, stages: ROOM },

  'phase.open': { roles: HOST, stages: ROOM },
  'phase.close': { roles: HOST, stages: LIVE },
  'phase.reveal': { roles: HOST, stages: LIVE },
  'phase.reopen': { roles: HOST, stages: LIVE },
  'phase.round': { roles: HOST, stages: LIVE },
  'phase.extend': { roles: HOST, stages: LIVE },
  'guide.next': { roles: HOST, stages: ROOM },
  'guide.back': { roles: HOST, stages: LIVE },
  'guide.go': { roles: HOST, stages: ROOM },
  'room.lock': { roles: HOST, stages: ROOM },
  'room.undo': { roles: HOST, stages: ROOM },
  'room.nudge': { roles: HOST, stages: LIVE },
  'spotlight.set': { roles: HOST, stages: LIVE },
  'topic.stop': { roles: HOST, stages: ROOM },
  'topic.resume': { roles: HOST, stages: ROOM },
  'note.add': { roles: HOST, stages: ROOM },
  'note.edit': { roles: HOST, stages: ROOM },
  'entry.hide': { roles: HOST, stages: LIVE },
  'entry.release': { roles: HOST, stages: LIVE },
  'entry.merge': { roles: HOST, stages: LIVE },
  'entry.rename': { roles: HOST, stages: LIVE },
  'entry.match': { roles: HOST, stages: LIVE },
  'entry.theme': { roles: HOST, stages: LIVE },
  'entry.create': { roles: HOST, stages: LIVE },
  'category.place': { roles: HOST, stages: LIVE },
  'map.change': { roles: HOST, stages: LIVE },
  'map.adopt': { roles: HOST, stages: LIVE },
  'proposal.settle': { roles: HOST, stages: LIVE },
  'participant.add': { roles: HOST, stages: ROOM },
  'participant.merge': { roles: HOST, stages: ROOM },
  'participant.role': { roles: HOST, stages: ROOM },
  'participant.firm': { roles: HOST, stages: ROOM },
  'firm.merge': { roles: HOST, stages: ROOM },
  'answer.paper': { roles: HOST, stages: LIVE, phases: ANSWERING },
  'seat.handover': { roles: HOST, stages: ROOM },
  'seat.revoke': { roles: HOST, stages: ROOM },
  'workshop.close': { roles: ['facilitator', 'staff'], stages: LIVE },

  'workshop.prepare': { roles: STAFF, stages: ['draft'] },
  'workshop.open': { roles: STAFF, stages: ['draft'] },
  'workshop.review': { roles: STAFF, stages: ['closed'] },
  'adjustment.decide': { roles: STAFF, stages: ['closed', 'review'] },
  'workshop.publish': { roles: STAFF, stages: ['review'] },
  'commitment.outcome': { roles: STAFF, stages: ['closed', 'review', 'published'] },
  'seat.offer': { roles: ['staff', 'facilitator'], stages: ['draft', 'open', 'running'] },
  'seat.take': { roles: ['door'], stages: ['draft', 'open', 'running'] },
  'participant.join': { roles: ['door'], stages: ROOM },
  'participant.device': { roles: ['door'], stages: ['open', 'running', 'closed', 'review', 'published'] },
};

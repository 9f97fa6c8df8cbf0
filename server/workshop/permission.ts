/** R6 and R10: role, stage and open phase, from the protocol's registry; what it does not name is refused. */
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import type { RefusalCode } from '../../src/lib/protocol/refusals.ts';
import { REGISTRY } from '../../src/lib/protocol/registry.ts';
import { personOf } from './firms.ts';
import { phaseOf } from './phases.ts';
import type { Actor } from './ports.ts';
import type { WorkshopState } from './state.ts';

/** Commands that still work while a topic is stopped: leaving it, and everything that is not an answer to it. */
const ANSWERS = /^(answer|entry\.add|entry\.withdraw|map\.propose)/;

export function refusalOf(state: WorkshopState, actor: Actor, command: Command): RefusalCode | null {
  const permission = Object.hasOwn(REGISTRY, command.type) ? REGISTRY[command.type] : undefined;
  if (!permission?.roles.includes(actor.role) || !holdsSeat(state, actor)) return 'not_allowed';
  if (!permission.stages.includes(state.stage)) return 'wrong_stage';
  if (state.topicStopped && ANSWERS.test(command.type)) return 'topic_stopped';
  if (!permission.phases) return null;
  const isOpen =
    permission.phases.includes(state.current.phase) && phaseOf(state, state.current).status === 'open';
  return isOpen ? null : 'not_open';
}

/** The role comes from the seat as it is now, whatever the socket was told when it connected. */
function holdsSeat(state: WorkshopState, actor: Actor): boolean {
  if (actor.role === 'employer' || actor.role === 'observer')
    return personOf(state, actor.id)?.profile.role === actor.role;
  if (actor.role === 'facilitator') {
    const seat = state.seats[actor.id];
    return seat !== undefined && seat.kind !== 'screen' && seat.taken && !seat.revoked;
  }
  return actor.role === 'staff' || actor.role === 'door';
}

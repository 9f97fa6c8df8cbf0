import type { CommandOf, CommandType } from '../../../src/lib/protocol/commands/index.ts';
import type { RefusalCode } from '../../../src/lib/protocol/refusals.ts';
import type { WorkshopEvent } from '../events.ts';
import type { Actor, Context, Decision } from '../ports.ts';
import type { WorkshopEventJson, WorkshopState } from '../state.ts';

/** Decides commands of the named types; the permission has been checked before. */
export type Deciders<T extends CommandType> = {
  [K in T]: (state: WorkshopState, actor: Actor, command: CommandOf<K>, context: Context) => Decision;
};

export const refuse = (refusal: RefusalCode): Decision => ({ refusal });
export const happened = (...events: WorkshopEvent[]): Decision => ({ events });

/** What a facilitator did, with the events that put it back. */
export function undoable(
  context: Context,
  label: string,
  events: WorkshopEvent[],
  inverse: WorkshopEvent[],
): Decision {
  const undo = {
    id: context.commandId,
    label,
    at: context.now,
    inverse: inverse as unknown as WorkshopEventJson[],
  };
  return { events: [...events, { type: 'undoPushed', undo }] };
}

/** A workshop as it was stored: checkpoint and the journal after it. */
import type { Store } from '../store/port.ts';
import type { WorkshopEvent } from '../workshop/events.ts';
import { STATE_VERSION } from '../workshop/state.ts';
import type { WorkshopState } from '../workshop/state.ts';
import { Answered } from './answered.ts';
import type { Rules } from './ports.ts';

export interface Restored {
  state: WorkshopState;
  seq: number;
  checkpointSeq: number;
  answered: Answered;
}

/** null when nothing is stored under that id. */
export async function restore(
  id: string,
  store: Store,
  rules: Pick<Rules, 'apply'>,
): Promise<Restored | null> {
  const { checkpoint, records } = await store.readWorkshop(id);
  let state = checkpoint ? (checkpoint.state as WorkshopState) : null;
  if (state && state.version !== STATE_VERSION) {
    throw new Error(
      `Workshop ${id} was stored by another Plumbline (state ${String(state.version)}; this one reads ${String(STATE_VERSION)}).`,
    );
  }
  for (const record of records) {
    for (const event of record.events as WorkshopEvent[]) state = rules.apply(state, event);
  }
  if (!state) return null;
  const checkpointSeq = checkpoint?.seq ?? 0;
  return {
    state,
    seq: records.at(-1)?.seq ?? checkpointSeq,
    checkpointSeq,
    answered: Answered.from(checkpoint, records),
  };
}

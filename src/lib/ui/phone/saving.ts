/** R1: what the chip says. It never says "saved" while something of this person's is still on its way. */
import type { Pending } from './ballot.ts';

export type SavingState = 'saved' | 'sending' | 'notSent' | 'notStored' | 'connecting' | 'offline' | 'live';

export function savingState(
  status: 'connecting' | 'live' | 'offline',
  pending: readonly Pending[],
  hasSaid: boolean,
  storage: 'ok' | 'failing' = 'ok',
): SavingState {
  if (pending.some((one) => one.status !== 'saved')) {
    if (status !== 'live') return 'notSent';
    return storage === 'failing' ? 'notStored' : 'sending';
  }
  if (status !== 'live') return status;
  return hasSaid ? 'saved' : 'live';
}

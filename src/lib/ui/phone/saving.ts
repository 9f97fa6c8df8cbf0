/** R1: what the chip says. It never says "saved" while something of this person's is still on its way. */
import type { Pending } from './ballot.ts';

export type SavingState = 'saved' | 'sending' | 'notSent' | 'connecting' | 'offline' | 'live';

export function savingState(
  status: 'connecting' | 'live' | 'offline',
  pending: readonly Pending[],
  hasSaid: boolean,
): SavingState {
  if (pending.some((one) => one.status === 'waiting')) return status === 'live' ? 'sending' : 'notSent';
  if (pending.some((one) => one.status === 'sending')) return status === 'live' ? 'sending' : 'notSent';
  if (status !== 'live') return status;
  return hasSaid ? 'saved' : 'live';
}

/**
 * A message that is large goes out packed to whoever can unpack it: made once for all who get it, never once a socket, and
 * small ones as they are. So Socket.IO's own compression, which keeps memory for each socket, stays off (decision 009).
 */
import { deflateRawSync } from 'node:zlib';
import type { Delta, Snapshot } from '../../src/lib/protocol/delivery.ts';

/** From this length of JSON on. */
const LARGE = 1_000;

const kept = new WeakMap<Delta | Snapshot, string>();

/** null when it is not worth it. */
export function packed(event: 'delta' | 'snapshot', message: Delta | Snapshot): string | null {
  const known = kept.get(message);
  if (known !== undefined) return known;
  const text = JSON.stringify([event, message]);
  if (text.length < LARGE) return null;
  const small = deflateRawSync(text).toString('base64');
  kept.set(message, small);
  return small;
}

/** Who unpacks looks on in a channel beside the plain one. */
export function packedChannel(channel: string): string {
  return `${channel}/packed`;
}

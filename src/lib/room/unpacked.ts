/** What the server has packed because it is large. By hand, and not by the browser's own stream, so that messages keep their order. */
import { inflateSync } from 'fflate';
import type { Delta, Snapshot } from '../protocol/delivery.ts';

export type Unpacked = ['delta', Delta] | ['snapshot', Snapshot];

export function unpacked(text: string): Unpacked {
  const bytes = Uint8Array.from(atob(text), (symbol) => symbol.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(inflateSync(bytes))) as Unpacked;
}

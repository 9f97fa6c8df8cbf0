/** What the server has packed because it is large, unpacked by the browser's own means; one that has none does not ask for it. */
import type { Delta, Snapshot } from '../protocol/delivery.ts';

export type Unpacked = ['delta', Delta] | ['snapshot', Snapshot];

const FORMAT = 'deflate-raw';

export const canUnpack: boolean = (() => {
  try {
    return Boolean(new DecompressionStream(FORMAT));
  } catch {
    return false;
  }
})();

export async function unpacked(text: string): Promise<Unpacked> {
  const bytes = Uint8Array.from(atob(text), (symbol) => symbol.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(FORMAT));
  return (await new Response(stream).json()) as Unpacked;
}

import type { RoomClient } from '../../src/lib/room/client.ts';
import type { Face } from '../../src/lib/protocol/roles.ts';

const LONGEST_MS = 30_000;

/** Resolves when what is waited for can be seen; a wait that is never over is an error that says what for. */
export function until<F extends Face>(
  client: RoomClient<F>,
  what: string,
  holds: () => boolean,
): Promise<void> {
  return new Promise((done, fail) => {
    if (holds()) return done();
    const isOver = (): void => {
      if (client.goodbye) return end(() => fail(new Error(`${what}: ${client.goodbye?.message ?? ''}`)));
      if (holds()) end(done);
    };
    const stop = client.subscribe(isOver);
    const impatient = setTimeout(() => end(() => fail(new Error(`Waited in vain: ${what}.`))), LONGEST_MS);
    const end = (settle: () => void): void => {
      stop();
      clearTimeout(impatient);
      settle();
    };
  });
}

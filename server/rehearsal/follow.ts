/** An employer left alone with a phone: takes part in whatever opens, until the room is over or takes the seat away. */
import type { RoomClient } from '../../src/lib/room/client.ts';
import type { Employer } from './employer.ts';

export async function follow(employer: Employer, isOver: AbortSignal): Promise<void> {
  const { client } = employer;
  const seen = new Set<string>();
  const opened = (): string | null => {
    const current = client.view?.header.current;
    const key = `${current?.activity ?? ''}/${current?.phase ?? ''}/${current?.round ?? 0}`;
    return current?.status === 'open' && !seen.has(key) ? key : null;
  };
  const isEnding = (): boolean => isOver.aborted || client.goodbye !== null || isClosed(client);
  await unlessEnding(client, isOver, isEnding, employer.arrive());
  for (;;) {
    await changed(client, isOver, () => isEnding() || opened() !== null);
    if (isEnding()) return;
    seen.add(opened() ?? '');
    await unlessEnding(client, isOver, isEnding, takePart(employer));
  }
}

async function takePart(employer: Employer): Promise<void> {
  await employer.contribute();
  await employer.answer();
}

function isClosed({ view }: RoomClient<'phone'>): boolean {
  const stage = view?.header.stage;
  return stage !== undefined && stage !== 'open' && stage !== 'running';
}

/** What is said on a line that has ended is never answered: nobody waits for that. */
async function unlessEnding(
  client: RoomClient<'phone'>,
  isOver: AbortSignal,
  isEnding: () => boolean,
  doing: Promise<void>,
): Promise<void> {
  const stopped = new AbortController();
  const ended = changed(client, AbortSignal.any([isOver, stopped.signal]), isEnding);
  try {
    await Promise.race([doing, ended]);
  } finally {
    stopped.abort();
    doing.catch(() => undefined);
  }
}

/** Resolves when it holds, or at the signal. */
function changed(client: RoomClient<'phone'>, signal: AbortSignal, holds: () => boolean): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted || holds()) return done();
    const end = (): void => {
      stop();
      signal.removeEventListener('abort', end);
      done();
    };
    const stop = client.subscribe(() => {
      if (holds()) end();
    });
    signal.addEventListener('abort', end);
  });
}

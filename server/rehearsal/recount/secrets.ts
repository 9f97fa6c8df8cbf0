/** What must not be in a bundle: who did not agree to be named, how to reach anybody, and words that were held (C2, C3). */
import { unnamed } from '../screen-watch.ts';
import type { Person } from '../cast.ts';
import type { Transcript } from '../transcript.ts';
import type { Published } from './published.ts';

export function secretsIn(published: Published, cast: readonly Person[], transcript: Transcript): string[] {
  const secrets = [...unnamed(cast), ...stillHeld(transcript)];
  return [...published.files].flatMap(([file, text]) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${file}: holds “${secret}”`),
  );
}

/** What the server warned of is held until the facilitator releases it. */
function stillHeld({ all }: Transcript): string[] {
  const released = new Set(
    all.flatMap(({ command }) => (command.type === 'entry.release' ? [command.entry] : [])),
  );
  return all.flatMap(({ id, command, ack }) =>
    command.type === 'entry.add' && ack?.ok === true && ack.warning !== null && !released.has(id)
      ? [command.label]
      : [],
  );
}

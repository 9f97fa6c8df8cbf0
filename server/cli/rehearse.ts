import { existsSync } from 'node:fs';

interface Rehearsal {
  rehearseCommand: (args: readonly string[]) => Promise<number>;
}

/** The rehearsal is loaded only when it is asked for: it brings a server and its clients with it. */
export async function rehearse(args: readonly string[]): Promise<number> {
  const place = new URL('../rehearsal/command.ts', import.meta.url);
  if (!existsSync(place)) throw new Error('This copy of Plumbline came without the rehearsal.');
  const { rehearseCommand } = (await import(place.href)) as Rehearsal;
  return rehearseCommand(args);
}

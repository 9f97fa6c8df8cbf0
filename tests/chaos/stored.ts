/**
 * What the server has stored, read from its folder without it: every record that was ever written, and the views that
 * would be built from the state now. Nothing here asks the running server.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workshopRules } from '../../server/rules.ts';
import { restore } from '../../server/room/restored.ts';
import { DurableAdapter } from '../../server/store/durable-adapter.ts';
import { nodeFileSystem } from '../../server/store/file-system.ts';
import { CHECKPOINT_FILE, WORKSHOPS } from '../../server/store/layout.ts';
import type { Store } from '../../server/store/port.ts';
import { readOnlyFiles } from '../../server/store/read-only-files.ts';
import { recoverWorkshop } from '../../server/store/recover-workshop.ts';
import type { Seat } from './serve.ts';

interface StoredRecord {
  seq: number;
  command: { id: string } | null;
}

/** Id of a command -> the numbers of its records; more than one is a second effect. */
export async function storedCommands(dir: string, workshop: string): Promise<Map<string, number[]>> {
  const folder = join(dir, WORKSHOPS, workshop);
  const byId = new Map<string, number[]>();
  const names = (await readdir(folder)).filter((name) => /^journal.*\.ndjson$/.test(name));
  const seen = new Set<number>();
  for (const name of names.sort()) {
    for (const { seq, command } of recordsIn(await readFile(join(folder, name), 'utf8'))) {
      if (seen.has(seq)) throw new Error(`Record ${seq} stands in two journals.`);
      seen.add(seq);
      if (command) byId.set(command.id, [...(byId.get(command.id) ?? []), seq]);
    }
  }
  return byId;
}

export interface Views {
  shared: unknown;
  own: unknown;
}

/** By seat, when all of them are in the room. */
export async function expectedViews(
  dir: string,
  workshop: string,
  seats: readonly Seat[],
): Promise<Map<Seat, Views>> {
  const files = readOnlyFiles(nodeFileSystem);
  const folder = join(dir, WORKSHOPS, workshop);
  const adapter = new DurableAdapter(files, join(folder, CHECKPOINT_FILE), 'checkpoint');
  const store: Pick<Store, 'readWorkshop'> = {
    readWorkshop: (id) => recoverWorkshop(files, folder, id, adapter),
  };
  const restored = await restore(workshop, store as Store, workshopRules);
  if (!restored) throw new Error('The workshop is not stored.');
  const { state } = restored;
  const isPhone = ({ face }: Seat): boolean => face === 'phone';
  const live = {
    connectedParticipants: new Set(seats.filter(isPhone).map(({ id }) => id)),
    connectedSeats: new Set(seats.filter((seat) => !isPhone(seat)).map(({ id }) => id)),
    storage: 'ok',
    now: Date.now(),
  } as const;
  const shared = {
    console: workshopRules.consoleView(state, live),
    screen: workshopRules.screenView(state, live),
    phone: workshopRules.phoneView(state, live),
  };
  const own = ({ face, id }: Seat): unknown => {
    if (face === 'screen') return null;
    return face === 'phone' ? workshopRules.ownView(state, id) : workshopRules.hostOwnView(state, id);
  };
  return new Map(seats.map((seat) => [seat, asSent({ shared: shared[seat.face], own: own(seat) })]));
}

function recordsIn(text: string): StoredRecord[] {
  // What follows the last line end was cut off, and acknowledged to nobody.
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(1, -1);
  return lines.map((line) => (JSON.parse(line) as { record: StoredRecord }).record);
}

function asSent(views: Views): Views {
  return JSON.parse(JSON.stringify(views)) as Views;
}

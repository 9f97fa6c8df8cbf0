/** C5 and S8 for a live room on a real disk: it is rewritten among commands, and goes on. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Room } from '../../server/room.ts';
import { Rooms } from '../../server/rooms.ts';
import { workshopRules } from '../../server/rules.ts';
import { backupFolder } from '../../server/store/backup.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import { HOST, reference, Workshop } from '../workshop/workshop-of.ts';

const NAME = 'Wanda Przybylski';
const FIRM = 'Przybylski Roofing';
let folder: string;
const quiet = (): void => undefined;
const ends: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-erased-'));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await rm(folder, { recursive: true });
});

/** Comes back to the workshop that is stored, or creates it, open, with a facilitator. */
async function openRoom(): Promise<{ room: Room; end(): Promise<void> }> {
  const store = await openStore(join(folder, 'data'));
  const rooms = await Rooms.open({
    store,
    rules: workshopRules,
    outlet: { delta: () => undefined, snapshot: () => undefined },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    now: Date.now,
    referenceFor: () => Promise.resolve(reference),
    answered: quiet,
    storageFailed: (error) => expect.fail(String(error)),
  });
  const { log } = new Workshop().open();
  const room = (await rooms.get('w-test')) ?? (await rooms.create('w-test', 'staff:staff', log));
  const end = async (): Promise<void> => {
    await rooms.close();
    await store.close();
  };
  ends.push(end);
  return { room, end };
}

const profile = { jobTitle: null, sizeBand: null, subSector: null, role: 'employer' } as const;
const DOOR = { role: 'door', id: 'door' } as const;

async function come(room: Room, participant: string, name: string, organisation: string): Promise<void> {
  const named = { ...profile, name, organisation };
  const command = {
    type: 'participant.join',
    participant,
    hash: participant.repeat(32),
    profile: named,
  } as const;
  expect(await room.ask(DOOR, { id: `join-${participant}`, command })).toMatchObject({ ok: true });
}

const note = (id: string, text: string): Parameters<Room['ask']>[1] => ({
  id,
  command: { type: 'note.add', text, decision: false },
});

/** Stands for the rule of what goes; here it is the bytes that count. */
function withoutHer(state: WorkshopState): WorkshopState {
  const text = JSON.stringify(state).replaceAll(NAME, 'erased').replaceAll(FIRM, 'erased');
  return JSON.parse(text) as WorkshopState;
}

async function search(root: string): Promise<{ bytes: number; matches: string[] }> {
  let bytes = 0;
  const matches: string[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name));
    bytes += content.length;
    if (content.includes('Przybylski')) matches.push(entry.name);
  }
  return { bytes, matches };
}

test('S8 not a byte of what a room was rewritten without is left on the disk or in a later backup', async () => {
  const before = await openRoom();
  await come(before.room, 'p1', NAME, FIRM);
  expect(await before.room.ask(HOST, note('n1', `${NAME} disagrees.`))).toMatchObject({ ok: true });
  await before.end();
  ends.pop();
  // A checkpoint and its journal; then another.
  const { room } = await openRoom();
  await come(room, 'p2', NAME, 'Another firm');
  expect((await search(join(folder, 'data'))).matches).toEqual(
    expect.arrayContaining(['checkpoint.json', 'journal.ndjson']),
  );

  const [early, , late] = await Promise.all([
    room.ask(HOST, note('n2', `${NAME} left.`)),
    room.rewrite(withoutHer),
    room.ask(HOST, note('n3', 'We go on.')),
  ]);
  expect([early, late]).toMatchObject([{ ok: true }, { ok: true }]);
  await backupFolder(join(folder, 'data'), join(folder, 'backup'));
  const [disk, copy] = [await search(join(folder, 'data')), await search(join(folder, 'backup'))];
  console.info(`S8: ${disk.bytes} bytes on the disk and ${copy.bytes} of a backup searched, 0 matches`);
  expect([disk.matches, copy.matches]).toEqual([[], []]);
  expect(await room.read(({ notes }) => Object.values(notes).length)).toBe(3);
});

test('C5 a rewriting that breaks changes nothing, and the room goes on', async () => {
  const { room } = await openRoom();
  const before = await room.read((state) => structuredClone(state));
  const breaking = room.rewrite((state) => {
    state.setup.title = 'Half done';
    throw new Error('broken');
  });
  await expect(breaking).rejects.toThrow('broken');
  expect(await room.read((state) => structuredClone(state))).toEqual(before);
  expect(await room.ask(HOST, note('n1', 'We go on.'))).toMatchObject({ ok: true });
});

/** Plumbline as it is started, on a data folder of its own, with workshops that are open and people who have joined. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { castOf } from '../../server/rehearsal/cast.ts';
import { hostCookie, phoneCookie, screenCookie } from '../../server/rehearsal/seats.ts';
import { startServer } from '../../server/start-server.ts';
import { openStore } from '../../server/store/open-store.ts';
import { answerQuestions, optionsGiven } from './answer-questions.ts';
import { SEED } from './people.ts';

export interface PlumblineOptions {
  rooms: number;
  people: number;
  pages: 'built' | 'none';
  /** Everybody comes from another firm. */
  hasFirmEach?: boolean;
}

export interface ServedRoom {
  id: string;
  code: string;
  host: string;
  screen: string;
  /** A cookie a person, in the order of the cast. */
  phones: string[];
}

export interface PlumblineServed {
  address: string;
  rooms: ServedRoom[];
}

const { rooms, people, pages, hasFirmEach = false } = optionsGiven<PlumblineOptions>();
const dir = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
const store = await openStore(dir);
const server = await startServer({ host: '127.0.0.1', port: 0, data: { store }, pages, withSample: true });
const { doors, workshops } = server.services;
const served: PlumblineServed = { address: `http://127.0.0.1:${server.port}`, rooms: [] };
for (let number = 1; number <= rooms; number += 1) served.rooms.push(await openRoom(number));

answerQuestions(served, { stored }, async () => {
  await server.close();
  await rm(dir, { recursive: true, force: true });
});

async function openRoom(number: number): Promise<ServedRoom> {
  const [sample] = await workshops.list();
  const state = sample && (await workshops.get(sample.id));
  if (!state) throw new Error('The sample workshop is missing.');
  const id = await workshops.create({ ...state.setup, title: `Room ${number}` });
  await workshops.open(id);
  const code = (await workshops.get(id))?.code ?? '';
  const phones: string[] = [];
  for (const { number: person, profile } of castOf(SEED, people)) {
    const organisation = hasFirmEach
      ? `Firm ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'[person] ?? ''}${person * 7919}`
      : profile.organisation;
    phones.push(await phoneCookie(doors, code, { ...profile, organisation }));
  }
  const host = await hostCookie(doors, id, code);
  return { id, code, host, screen: await screenCookie(doors, id, code), phones };
}

/** Ids of all commands that are on the disk, once for each time they are. */
async function stored(): Promise<string[]> {
  const ids: string[] = [];
  for (const { id } of served.rooms) {
    const { checkpoint, records } = await store.readWorkshop(id);
    for (const [command] of checkpoint?.answered ?? []) ids.push(command);
    for (const { command } of records) if (command) ids.push(command.id);
  }
  return ids;
}

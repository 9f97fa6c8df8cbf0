/** Shown by 5: the server is killed in the middle of a rehearsal and started again; nothing acknowledged is missing. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { questionOf } from '../../src/lib/protocol/questions.ts';
import { castOf } from '../../server/rehearsal/cast.ts';
import { Employer } from '../../server/rehearsal/employer.ts';
import { Facilitator } from '../../server/rehearsal/facilitator.ts';
import { fullSpeed } from '../../server/rehearsal/pace.ts';
import { Transcript } from '../../server/rehearsal/transcript.ts';
import { startServer } from '../../server/start-server.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Served } from './serve.ts';

const SEED = 3;
const PHONES = 6;
/** So many answers are acknowledged when the server is killed. */
const BEFORE = 30;

const children: ChildProcess[] = [];
const folders: string[] = [];
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test(
  'R1 R3 N1 the server is killed while employers answer: the room goes on, and everything is there once',
  { timeout: 90_000 },
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'plumbline-killed-'));
    folders.push(dir);
    const first = await serve(dir, 0, PHONES);
    const { port, code, workshop } = first.served;
    const address = `http://127.0.0.1:${port}`;
    const transcript = new Transcript();
    const facilitator = await Facilitator.sit(SEED, { code, address, cookie: first.served.host }, transcript);
    ends.push(() => facilitator.close());
    const employers = await Promise.all(
      castOf(SEED, PHONES).map((person, index) => {
        const token = first.served.phones[index] ?? '';
        const doors = { join: async () => ({ token, workshop }) } as unknown as Parameters<
          typeof Employer.join
        >[0]['doors'];
        const rest = { seed: SEED, code, address, doors, transcript, lookup: () => [], dropMs: 60 };
        return Employer.join({ ...rest, person, pace: fullSpeed() });
      }),
    );
    ends.push(...employers.map((employer) => () => employer.close()));
    await facilitator.press('phase.open');
    await Promise.all(employers.map((employer) => employer.arrive()));
    await facilitator.press('guide.next');
    const opened = await facilitator.press('phase.open');
    await Promise.all(employers.map((employer) => employer.sees(opened)));
    const already = transcript.counts.acked;

    const answering = Promise.all(employers.map((employer) => employer.answer()));
    await passed(() => transcript.counts.acked >= already + BEFORE);
    await kill(first);
    const acknowledged = transcript.all.filter(({ ack }) => ack?.ok === true).map(({ id }) => id);
    expect(transcript.all.length).toBeGreaterThan(acknowledged.length);

    // Once more, when something is written of which nobody has been told.
    const second = await serve(dir, port, 0);
    await passed(() => transcript.counts.acked > acknowledged.length);
    await once(second.lines, 'line');
    await kill(second);
    expect(transcript.all.some(({ ack }) => ack === null)).toBe(true);

    const third = await serve(dir, port, 0);
    await answering;
    const closed = await facilitator.press('phase.close');
    expect(closed.people.filter(({ finished }) => finished)).toHaveLength(speakers().length);
    expect(transcript.counts.refused).toBe(0);
    expect(transcript.counts.acked).toBe(transcript.all.length);

    await kill(third);
    const times = await timesStored(dir, workshop);
    expect(acknowledged.filter((id) => times.get(id) !== 1)).toEqual([]);
    expect(transcript.all.filter(({ id }) => times.get(id) !== 1)).toEqual([]);
    expect(await storedAnswers(dir, workshop)).toEqual(lastAnswers(transcript));
  },
);

const speakers = () => castOf(SEED, PHONES).filter(({ temper }) => temper !== 'silent');

interface Serving {
  child: ChildProcess;
  lines: Interface;
  served: Served;
}

async function serve(dir: string, port: number, phones: number): Promise<Serving> {
  const program = fileURLToPath(new URL('./serve.ts', import.meta.url));
  const args = [program, dir, String(port), String(SEED), String(phones)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  const served = await new Promise<Served>((done, fail) => {
    lines.on('line', (line) => line.startsWith('{') && done(JSON.parse(line) as Served));
    child.once('exit', () => fail(new Error('The server has ended.')));
  });
  return { child, lines, served };
}

async function kill({ child }: Serving): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Looks after every turn of the loop: what is waited for comes from a socket. */
async function passed(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((next) => setImmediate(next));
}

/** How often each command stands in the journal and its checkpoint. */
async function timesStored(dir: string, workshop: string): Promise<Map<string, number>> {
  const store = await openStore(dir);
  try {
    const { checkpoint, records } = await store.readWorkshop(workshop);
    const ids = [
      ...(checkpoint?.answered.map(([id]) => id) ?? []),
      ...records.flatMap(({ command }) => (command ? [command.id] : [])),
    ];
    const times = new Map<string, number>();
    for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
    return times;
  } finally {
    await store.close();
  }
}

/** As the room holds them, by participant's name and question. */
async function storedAnswers(dir: string, workshop: string): Promise<Record<string, unknown>> {
  const server = await startServer({ host: '127.0.0.1', port: 0, data: { dir }, pages: 'none' });
  try {
    const state = await server.services.workshops.get(workshop);
    const answers = state?.phases['figures:mark']?.rounds[0]?.answers ?? {};
    return Object.fromEntries(
      Object.entries(answers).flatMap(([question, byPerson]) =>
        Object.entries(byPerson).map(([id, { answer }]) => [
          `${state?.participants[id]?.profile.name ?? ''}: ${question}`,
          answer,
        ]),
      ),
    );
  } finally {
    await server.close();
  }
}

function lastAnswers({ all }: Transcript): Record<string, unknown> {
  return Object.fromEntries(
    all.flatMap(({ person, command }) =>
      command.type === 'answer.set'
        ? [[`${person?.profile.name ?? ''}: ${questionOf(command.answer)}`, command.answer]]
        : [],
    ),
  );
}

/** SIGTERM, as at an upgrade: what was heard is stored and answered, the process ends with 0, and phones come back by themselves. */
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
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import { RoomClient } from '../../src/lib/room/client.ts';
import { seatCookie } from '../../server/seats.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Served } from '../rehearsal/serve.ts';

const PHONES = 4;
const OPEN = { type: 'phase.open', activity: 'welcome', phase: 'join' } as const;
const PROGRAM = fileURLToPath(new URL('../rehearsal/serve.ts', import.meta.url));

interface Serving {
  child: ChildProcess;
  lines: Interface;
  served: Served;
}

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

test(
  'R1 R4 a stopped server answers what it has heard and ends with 0; phones go on with the next one, nobody types again',
  { timeout: 60_000 },
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'plumbline-stopped-'));
    ends.push(() => rm(dir, { recursive: true, force: true }));
    const first = await serve(dir, 0, PHONES);
    const { port, workshop } = first.served;
    const address = `http://127.0.0.1:${port}`;
    const seat = (face: 'phone' | 'console', cookie: string): RoomClient => {
      const client = new RoomClient({ room: workshop, face, address, headers: { cookie, origin: address } });
      ends.push(() => client.close());
      return client;
    };
    const console = seat('console', first.served.host);
    const phones = first.served.phones.map((token) =>
      seat('phone', `${seatCookie('phone', workshop)}=${token}`),
    );
    await passed(() => [console, ...phones].every(({ status, own }) => status === 'live' && own !== null));
    await console.send(OPEN);

    const acks: Ack[] = [];
    const heard = phones.slice(0, 2).map((phone) => acknowledged(phone).then((ack) => acks.push(ack)));
    await once(first.lines, 'line');
    const gone = once(first.child, 'exit');
    first.child.kill('SIGTERM');
    const late = phones.slice(2).map(acknowledged);
    expect(await gone).toEqual([0, null]);
    // Nobody else is there to answer: these come from the server that has ended.
    await passed(() => acks.length > 0);
    await passed(() => phones.every(({ status }) => status === 'offline'));
    expect(phones.map(({ goodbye }) => goodbye)).toEqual(phones.map(() => null));

    const second = await serve(dir, port, 0);
    await Promise.all(heard);
    acks.push(...(await Promise.all(late)));
    expect(acks.map(({ ok }) => ok)).toEqual(phones.map(() => true));
    await passed(() =>
      phones.every(
        ({ status, own }) => status === 'live' && own && 'groundRulesAt' in own && own.groundRulesAt !== null,
      ),
    );
    const over = once(second.child, 'exit');
    second.child.kill('SIGTERM');
    expect(await over).toEqual([0, null]);
    expect(await storedAcknowledgements(dir, workshop)).toBe(PHONES);
  },
);

const acknowledged = (phone: RoomClient): Promise<Ack> => phone.send({ type: 'ground-rules.acknowledge' });

async function serve(dir: string, port: number, phones: number): Promise<Serving> {
  const args = [PROGRAM, dir, String(port), '3', String(phones)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  ends.push(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const served = await new Promise<Served>((done, fail) => {
    lines.on('line', (line) => line.startsWith('{') && done(JSON.parse(line) as Served));
    child.once('exit', () => fail(new Error('The server has ended.')));
  });
  return { child, lines, served };
}

/** Looks after every turn of the loop: what is waited for comes from a socket. */
async function passed(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((next) => setImmediate(next));
}

/** An orderly end leaves a checkpoint that holds everything. */
async function storedAcknowledgements(dir: string, workshop: string): Promise<number> {
  const store = await openStore(dir);
  try {
    const { checkpoint, records } = await store.readWorkshop(workshop);
    expect(records).toEqual([]);
    const { participants } = checkpoint?.state as {
      participants: Record<string, { groundRulesAt: number | null }>;
    };
    return Object.values(participants).filter(({ groundRulesAt }) => groundRulesAt !== null).length;
  } finally {
    await store.close();
  }
}

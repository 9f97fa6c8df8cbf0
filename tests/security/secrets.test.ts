/**
 * S2: every secret that is issued while staff, facilitators, a screen and phones come and go, and where it is afterwards: with its
 * owner. Not in the log at its most talkative, an address, an answer to anybody else, a frame, an export, the metrics or the disk.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Face } from '../../src/lib/protocol/roles.ts';
import { orderRunning } from '../../server/start/control.ts';
import { startServer } from '../../server/start-server.ts';
import type { RunningServer } from '../../server/start-server.ts';
import { handshakeFor, Wire } from '../server/wire.ts';
import { Visiting } from './visiting.ts';

const issued = vi.hoisted(() => [] as string[]);
vi.mock(import('../../server/seats.ts'), async (load) => {
  const real = await load();
  const newToken = (): string => {
    const token = real.newToken();
    issued.push(token);
    return token;
  };
  return { ...real, newToken };
});

const PASSWORDS = ['a plumb line hangs straight', 'the bob comes to rest below'];
const TYPED_WRONG = ['not what it was at all', 'made-up-secret-of-a-stranger'];

/** What was said where, by name. */
const said = new Map<string, string>();
const frames: string[] = [];
const lines: string[] = [];
const wires: Wire[] = [];
let dataDir = '';
let server: RunningServer;
let workshop = '';
let code = '';

/** The secret of a link as it stands in an answer, once. */
const linkIn = (text: string): string => /#([\w-]{32})/.exec(text)?.[1] ?? '';

async function seated(visiting: Visiting, face: Face): Promise<Wire> {
  const address = `http://127.0.0.1:${server.port}`;
  const wire = new Wire({ address, cookie: visiting.cookie, auth: handshakeFor(workshop, face) });
  wires.push(wire);
  wire.socket.io.on('open', () =>
    wire.socket.io.engine.on('packet', ({ data }: { data?: unknown }) => frames.push(String(data))),
  );
  expect(await wire.fate).toBe('seated');
  return wire;
}

async function ask(wire: Wire, command: RoomCommand): Promise<void> {
  expect(await wire.command({ id: randomUUID(), command }), command.type).toMatchObject({ ok: true });
}

/** Each page that may hold a link does so in one answer to whoever asked for it; all others are searched. */
function keep(who: string, visiting: Visiting): void {
  for (const [index, { path, answer }] of visiting.answers.entries()) {
    const offersLink = /\?\/link$|\/device$/.test(path);
    const { 'set-cookie': _, ...headers } = answer.headers;
    const where = `${who} ${index} ${path}`;
    said.set(`address ${where}`, path);
    said.set(`headers ${where}`, JSON.stringify(headers));
    if (!offersLink) said.set(`answer ${where}`, answer.text);
  }
}

/** The running server's own way to its terminal is for the owner of the folder alone, and gone with the process. */
async function keepFiles(when: string): Promise<void> {
  for (const file of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && file.name !== 'control.json')
      said.set(`file ${when} ${relative(dataDir, path)}`, strFromU8(await readFile(path), true));
  }
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'plumbline-secrets-'));
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    data: { dir: dataDir },
    pages: 'built',
    withSample: true,
    logLevel: 'trace',
    logTo: { write: (line: string): void => void lines.push(line) },
  });
  const [sample] = await server.services.workshops.list();
  [workshop, code] = [sample?.id ?? '', sample?.code ?? ''];
  await visitEverything();
  for (const wire of wires) wire.close();
  await server.close();
  said.set('log', lines.join(''));
  said.set('frames', frames.join('\n'));
  await keepFiles('after it');
}, 240_000);
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function visitEverything(): Promise<void> {
  const { port, services } = server;
  const staff = new Visiting(port);
  const link = linkIn((await orderRunning(dataDir, 'staff-link', '')) ?? '');
  await staff.go('/staff/enter');
  await staff.go('/staff/enter', { secret: link });
  await staff.go('/staff/enter', { secret: link });
  await staff.go('/staff/enter', { secret: TYPED_WRONG[1] ?? '' });
  await staff.go('/staff/accounts?/name', { name: 'Ana Lima' });
  await staff.go('/staff/accounts?/password', { next: PASSWORDS[0] ?? '', present: '' });
  await staff.go('/staff/accounts?/password', { next: PASSWORDS[1] ?? '', present: PASSWORDS[0] ?? '' });
  const offered = await staff.go('/staff/accounts?/link', { name: 'Ben Ode' });
  const colleague = new Visiting(port);
  await colleague.go('/staff/enter', { secret: linkIn(offered.text) });
  await colleague.go('/staff/accounts');
  await staff.go('/staff/sign-out', {});
  await staff.go('/staff/sign-in', { name: 'Ana Lima', password: TYPED_WRONG[0] ?? '' });
  await staff.go('/staff/sign-in', { name: 'Ana Lima', password: PASSWORDS[1] ?? '' });

  await staff.go(`/staff/workshops/${workshop}`);
  await staff.go(`/host/${code}`);
  const console = await seated(staff, 'console');
  const guests: Record<string, Visiting> = {};
  for (const kind of ['co', 'remote', 'screen']) {
    const { text } = await staff.go(`/host/${code}?/link`, { kind, name: kind });
    const guest = (guests[kind] = new Visiting(port));
    await guest.go(`/enter/${code}`, { secret: linkIn(text) });
    await guest.go(`/enter/${code}`, { secret: linkIn(text) });
    await seated(guest, kind === 'screen' ? 'screen' : 'console');
  }
  await ask(console, { type: 'phase.open', activity: 'welcome', phase: 'join' });
  for (const person of ['Zephyrina', 'Oluwaseun']) {
    const phone = (guests[person] = new Visiting(port));
    await phone.go('/join');
    await phone.go(`/join/${code}`, { name: person, organisation: `${person} Ltd`, role: 'employer' });
    const wire = await seated(phone, 'phone');
    await ask(wire, { type: 'ground-rules.acknowledge' });
    await ask(wire, { type: 'consent.set', consent: { named: true, quoted: true } });
  }
  const second = new Visiting(port);
  const device = await guests['Zephyrina']?.go(`/join/${code}/device`, {});
  await second.go(`/join/${code}/device/take`, { secret: linkIn(device?.text ?? '') });
  await seated(second, 'phone');
  const seats = Object.values((await services.workshops.get(workshop))?.seats ?? {});
  await ask(console, { type: 'seat.handover', seat: seats.find(({ kind }) => kind === 'co')?.id ?? '' });
  await ask(wires[1] as Wire, { type: 'guide.next', activity: 'welcome', phase: 'join' });
  await guests['co']?.go(`/host/${code}`);
  await guests['co']?.go(`/host/${code}/export.zip`);
  for (const path of ['/', '/explore', '/revisions', '/metrics', '/api/v1/', `/join/${code}`, '/nowhere'])
    await second.go(path);
  const zip = await services.workshops.exportSoFar(workshop);
  for (const [name, bytes] of Object.entries(unzipSync(zip?.bytes ?? new Uint8Array())))
    said.set(`export so far ${name}`, strFromU8(bytes, true));

  await keepFiles('during the workshop');
  await ask(wires[1] as Wire, { type: 'workshop.close' });
  await staff.go(`/staff/workshops/${workshop}/review?/start`, {});
  await staff.go(`/staff/workshops/${workshop}/publish`);
  await staff.go(`/staff/workshops/${workshop}/review?/publish`, {});
  await staff.go(`/staff/privacy/${workshop}`, { confirmed: 'on' });
  expect((await services.workshops.get(workshop))?.stage).toBe('published');
  expect(JSON.stringify(await services.workshops.get(workshop))).not.toContain('Zephyrina');
  for (const path of [
    '/staff',
    '/staff/accounts',
    '/staff/audit',
    '/staff/audit/audit.csv',
    '/staff/privacy',
  ])
    await staff.go(path);
  await staff.go('/staff/sign-out', {});
  for (const [who, visiting] of Object.entries({ staff, colleague, second, ...guests })) keep(who, visiting);
}

/** Links, seats, sessions and the terminal's order: what `newToken` gave out. */
const LEAST_ISSUED = 17;

test('S2 no secret that was issued or typed is anywhere but with its owner', () => {
  const secrets = [...new Set([...issued, ...PASSWORDS, ...TYPED_WRONG])];
  expect(issued.length).toBeGreaterThanOrEqual(LEAST_ISSUED);
  const found: string[] = [];
  let searches = 0;
  for (const [where, text] of said)
    for (const secret of secrets) {
      searches += 1;
      for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64url')])
        if (text.includes(form)) found.push(`${secret} in ${where}`);
    }
  console.info(
    `S2 secrets: ${secrets.length} issued or typed, ${said.size} places, ${searches} searches, ${found.length} found`,
  );
  expect(found).toEqual([]);
});

test('S2 no hash of a secret leaves the data folder', async () => {
  const { hashOf } = await import('../../server/seats.ts');
  const hashes = issued.map(hashOf);
  const isStored = (hash: string): boolean =>
    [...said].some(([where, text]) => where.startsWith('file') && text.includes(hash));
  expect(hashes.filter(isStored).length, 'the test knows the hashes the server keeps').toBeGreaterThan(12);
  const found: string[] = [];
  for (const [where, text] of said)
    if (!where.startsWith('file'))
      found.push(...hashes.filter((hash) => text.includes(hash)).map((hash) => `${hash} in ${where}`));
  console.info(`S2 hashes: ${hashes.length}, ${found.length} found outside the data folder`);
  expect(found).toEqual([]);
});

test('S2 the walk has been everywhere it says it was', () => {
  const places = [...said.keys()].join('\n');
  for (const place of ['export so far', 'file ', 'answer second', 'answer staff', 'headers co'])
    expect(places).toContain(place);
  expect(said.get('log')).toContain('"level":"info"');
  expect(said.get('frames')?.length).toBeGreaterThan(10_000);
  for (const path of ['/staff/audit/audit.csv', '/export.zip', '/device/take', '/staff/sign-in', '/metrics'])
    expect(places).toContain(path);
});

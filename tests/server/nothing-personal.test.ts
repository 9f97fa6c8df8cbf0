/** What is left of a whole small room in the metrics and in the log: how the server was, and nothing of anybody in it. */
import { expect, test } from 'vitest';
import { memoryStore } from '../../server/store/memory-store.ts';
import { closing, liveClient } from './opened.ts';
import { openTestServer, until } from './test-server.ts';
import type { TestServer } from './test-server.ts';

const open = closing();
const SAID = 'Nightshifts drive everybody away';
const NOMINATION = {
  type: 'entry.add',
  activity: 'critical',
  kind: 'nomination',
  occupation: null,
  code: null,
  label: SAID,
} as const;
const PEOPLE = { Zephyrina: 'Quillfeather Works', Oluwaseun: 'Brackenbury Foundry' };

interface Line {
  level: string;
  msg: string;
  [field: string]: unknown;
}

interface Played {
  server: TestServer;
  log: string;
  lines: Line[];
  secrets: string[];
}

/** Two people and a facilitator: join, accept, consent, a note, a refusal, a bad frame, pages, a socket from elsewhere. */
async function smallRoom(): Promise<Played> {
  const written: string[] = [];
  const logTo = { write: (line: string): void => void written.push(line) };
  const server = open(await openTestServer(memoryStore(), { logLevel: 'trace', logTo }));
  const host = await server.host();
  const console = open(await liveClient(server, 'console', host));
  const screen = open(await liveClient(server, 'screen', await server.screen()));
  await console.send({ type: 'phase.open', activity: 'welcome', phase: 'join' });
  const cookies = [host];
  for (const [name, organisation] of Object.entries(PEOPLE)) {
    const cookie = await server.person(name, organisation);
    cookies.push(cookie);
    const phone = open(await liveClient(server, 'phone', cookie));
    expect(await phone.send({ type: 'ground-rules.acknowledge' })).toMatchObject({ ok: true });
    await phone.send({ type: 'consent.set', consent: { named: true, quoted: true } });
    expect(await phone.send(NOMINATION)).toMatchObject({ ok: false });
  }
  expect(await console.send({ type: 'note.add', text: SAID, decision: false })).toMatchObject({ ok: true });
  await until(screen, () => screen.status === 'live');
  const secrets = cookies.map((cookie) => cookie.split('=')[1] ?? '');
  for (const path of [
    `/enter/${server.code}/${secrets[0]}?from=Zephyrina`,
    `/join/${server.code}`,
    `/${SAID}`,
  ])
    await fetch(server.address + path, { headers: { referer: `${server.address}/join/${server.code}` } });
  await fetch(`${server.address}/socket.io/?EIO=4&transport=polling`, {
    headers: { origin: 'http://evil.example' },
  });
  const lines = written.map((line) => JSON.parse(line) as Line);
  return { server, log: written.join(''), lines, secrets };
}

function personal({ server: { code }, secrets }: Played): string[] {
  const words = [...Object.keys(PEOPLE), ...Object.values(PEOPLE), SAID];
  return [
    ...words,
    ...words.map((word) => encodeURIComponent(word)),
    ...secrets,
    code,
    code.replace('-', ''),
  ];
}

test('S2 S7 the log tells each request and each command, and holds no name, word, code or secret of the room', async () => {
  const played = await smallRoom();
  for (const word of personal(played)) expect(played.log, word).not.toContain(word);
  expect(played.log).not.toMatch(/\bp-[0-9a-z]{10}\b/);
  expect(played.log).not.toContain('referer');
  const { lines, server } = played;
  const commands = lines.filter(({ msg }) => msg === 'command');
  const note = commands.find(({ type }) => type === 'note.add');
  expect(note).toMatchObject({ level: 'info', workshop: server.workshop, outcome: 'stored' });
  expect(note?.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(note?.ms).toBeTypeOf('number');
  expect(commands.filter(({ type }) => type === 'participant.join')).toHaveLength(2);
  expect(commands.filter(({ type }) => type === 'entry.add').map(({ outcome }) => outcome)).toEqual([
    expect.stringMatching(/^[a-z_]+$/),
    expect.stringMatching(/^[a-z_]+$/),
  ]);
  const paths = lines.filter(({ msg }) => msg === 'request').map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['/enter/*/*', '/join/*', '/*']));
  expect(lines.find(({ origin }) => origin === 'http://evil.example')).toBeDefined();
});

test('S7 the metrics count the room, and hold no name, id, code or secret of it', async () => {
  const played = await smallRoom();
  const text = await (await fetch(`${played.server.address}/metrics`)).text();
  for (const word of [...personal(played), played.server.workshop]) expect(text, word).not.toContain(word);
  expect(text).not.toMatch(/\b[wpsdrti]-[0-9a-z]{10}\b/);
  const value = (name: string): number =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1],
    );
  expect(value('plumbline_rooms_live')).toBe(1);
  expect(value('plumbline_sockets{face="phone"}')).toBe(2);
  expect(value('plumbline_sockets{face="console"}')).toBe(1);
  expect(value('plumbline_sockets{face="screen"}')).toBe(1);
  expect(value('plumbline_commands_total{type="participant.join",outcome="stored"}')).toBe(2);
  expect(value('plumbline_commands_total{type="entry.add",outcome="refused"}')).toBe(2);
  expect(value('plumbline_sockets_refused_total')).toBe(1);
  expect(value('plumbline_ack_seconds_count')).toBeGreaterThan(6);
  expect(value('plumbline_append_seconds_count')).toBeGreaterThan(6);
  const refused = text.split('\n').filter((line) => line.startsWith('plumbline_refusals_total{'));
  expect(refused.length).toBeGreaterThan(0);
  expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
});

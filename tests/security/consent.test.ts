/** S7 C3: on every path out of a workshop a name stands only while its owner agrees: looked at before the consent ends and after. */
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Face } from '../../src/lib/protocol/roles.ts';
import { exportFormats } from '../../server/export/revision-export.ts';
import { orThrow } from '../server/test-server.ts';
import { handshakeFor, Wire } from '../server/wire.ts';
import { MarkedRoom } from './marked-room.ts';
import { ask } from './request.ts';

const DAY_MS = 24 * 3_600_000;
/** Longer than three months, whichever they are. */
const AFTER_CONSENT_MS = 93 * DAY_MS;

let shift = 0;
let room: MarkedRoom;
let revision = '';
const pages: string[] = [];

type Told = Map<string, string>;
let before: Told;
let after: Told;

beforeAll(async () => {
  room = await MarkedRoom.play({
    pages: 'built',
    now: () => Date.now() + shift,
    startRehearsal: () => Promise.resolve(),
  });
  const { workshops, revisions, explore } = room.server.services;
  const { workshop } = room.server;
  await workshops.close(workshop);
  await workshops.startReview(workshop);
  const staff = { id: 't-0000000001', name: 'Staff' };
  const adjustments = (await revisions.adjustments(workshop)).map(({ id }) => id);
  const accepted = { decision: 'accepted', value: null, rationale: '', role: 'data steward' } as const;
  await workshops.decide(workshop, staff, { adjustments, ...accepted });
  revision = orThrow(await workshops.publish(workshop, staff)).revision;
  const { occupations, pathways } = await explore.codes();
  pages.push(...(await addresses(occupations[0] ?? '', pathways[0] ?? '', adjustments[0] ?? '')));
  before = await everything();
  shift = AFTER_CONSENT_MS;
  after = await everything();
}, 240_000);
afterAll(() => room.close());

async function addresses(occupation: string, pathway: string, why: string): Promise<string[]> {
  const own = `/revisions/${revision}`;
  return [
    ...[
      own,
      `${own}/proceedings.html`,
      `${own}/why?adjustment=${encodeURIComponent(why)}`,
      `${own}/occupations/${occupation}`,
      '/revisions',
    ],
    ...[
      '/explore',
      '/explore/occupations',
      `/explore/occupations/${occupation}`,
      `/explore/pathways/${pathway}`,
    ],
    ...[`/explore/occupations/${occupation}/sheet`, `/explore/pathways/${pathway}/brochure`, '/sitemap.xml'],
    ...['/api/v1/revisions', '/api/v1/revisions', `/api/v1/revisions/${revision}`, '/api/v1/occupations'],
    ...[`/api/v1/revisions/${revision}/adjustments`, `/api/v1/occupations/${occupation}`],
    ...['/api/v1/pathways', `/api/v1/pathways/${pathway}`],
  ];
}

/** Files in a zip one by one, zips in it as well. */
function unpack(told: Told, name: string, bytes: Uint8Array): void {
  if (!/\.(zip|xlsx|pptx)$/.test(name)) return void told.set(name, strFromU8(bytes));
  for (const [inside, content] of Object.entries(unzipSync(bytes)))
    unpack(told, `${name}/${inside}`, content);
}

async function shownOn(face: Face, cookie: string): Promise<string> {
  const { address, workshop } = room.server;
  const wire = new Wire({ address, cookie, auth: handshakeFor(workshop, face) });
  expect(await wire.fate).toBe('seated');
  const { snapshots } = await wire.sync();
  wire.close();
  return JSON.stringify(snapshots.filter(({ audience }) => audience === 'shared'));
}

/** All that anybody but staff and the facilitator can get hold of, and what a copy of the workshop begins with. */
async function everything(): Promise<Told> {
  const told: Told = new Map();
  const { server } = room;
  const { workshops, revisions, materials, explore } = server.services;
  unpack(told, 'so-far.zip', (await workshops.exportSoFar(server.workshop))?.bytes ?? new Uint8Array());
  for (const format of exportFormats) {
    const made = await revisions.export(revision, format);
    unpack(told, `final-${format}-${made?.fileName}`, made?.bytes ?? new Uint8Array());
  }
  const { occupations } = await explore.codes();
  const paper = { codes: occupations.slice(0, 2), paper: 'letter' } as const;
  const { job } = orThrow(
    await materials.start({ kinds: ['sheet', 'brochure', 'handout', 'slides'], ...paper }),
  );
  while (materials.job(job)?.status === 'running') await new Promise(setImmediate);
  unpack(told, 'materials.zip', materials.result(job)?.bytes ?? new Uint8Array());
  for (const path of pages) {
    const { status, text } = await ask(server.port, path);
    expect([path, status]).toEqual([path, 200]);
    told.set(path, text);
  }
  told.set('screen', await shownOn('screen', room.screenCookie));
  told.set('phone of an observer', await shownOn('phone', room.observerCookie));
  const copies = [await workshops.duplicate(server.workshop), await workshops.rehearse(server.workshop, 5)];
  for (const copy of copies) told.set(`copy ${copy}`, JSON.stringify(await workshops.get(copy)));
  return told;
}

const foundIn = (told: Told, word: string): string[] =>
  [...told].filter(([, text]) => text.includes(word)).map(([where]) => where);

test('S7 C3 while consent holds a name stands in the proceedings and nowhere without it', () => {
  const allowed = room.people.filter(({ consent, isRevoked }) => !isRevoked && consent?.named);
  for (const { words } of allowed)
    expect(foundIn(before, words.name)).toEqual(
      expect.arrayContaining([expect.stringContaining('proceedings.html'), expect.stringContaining('.json')]),
    );
  const never = room.people.filter(
    ({ consent, isRevoked }) => isRevoked || !(consent?.named || consent?.quoted),
  );
  expect(never).toHaveLength(3);
  for (const { words } of never)
    for (const word of [words.name, words.organisation]) expect(foundIn(before, word)).toEqual([]);
});

test('S7 C3 when it has ended no path names anybody', () => {
  const words = room.people.flatMap(({ words: { name, organisation } }) => [name, organisation]);
  const found = words.flatMap((word) => foundIn(after, word).map((where) => `${word} in ${where}`));
  console.info(
    `S7 consent: ${words.length} names, ${after.size} places after it ended, ${found.length} found; before: ${words.flatMap((word) => foundIn(before, word)).length}`,
  );
  expect(found).toEqual([]);
  expect([...after.keys()].map((where) => where.replace(/[wr]-[0-9a-z]{10}/g, '*')).length).toBeGreaterThan(
    60,
  );
});

test('S7 no contact, survey or held comment is on any path at any time, a job title only beside a name', () => {
  const found = (told: Told, words: string[]): string[] =>
    words.flatMap((word) => foundIn(told, word).map((where) => `${word} in ${where}`));
  for (const { words, consent, isRevoked } of room.people) {
    const { jobTitle, contact, surveyComment, heldComment } = words;
    const isNamed = consent?.named === true && !isRevoked;
    expect(found(before, [contact, surveyComment, heldComment, ...(isNamed ? [] : [jobTitle])])).toEqual([]);
    expect(found(after, [contact, surveyComment, heldComment, jobTitle])).toEqual([]);
  }
});

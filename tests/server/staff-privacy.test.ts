/** C5, S8: a published workshop is erased on the disk; tallies and revisions stay; the report counts both. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isIntact } from '../../server/lmi/build-revision.ts';
import { castOf } from '../../server/rehearsal/cast.ts';
import { Play } from '../../server/rehearsal/play.ts';
import { Transcript } from '../../server/rehearsal/transcript.ts';
import type { ErasureReport } from '../../server/services/erasure-report.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import { createHash } from 'node:crypto';
import { start } from './started.ts';
import { openTestServer, orThrow, testSetup } from './test-server.ts';
import type { TestServer } from './test-server.ts';

const EMPLOYERS = 8;
const SEED = 5;
const ANA = { id: 't-ana', name: 'Ana Lima' };
const DAY_MS = 24 * 3_600_000;
const clock = { now: Date.parse('2026-11-23T09:00:00Z') };
/** So that the room's own timers go on while it is played. */
const now = (): number => clock.now++;

let folder: string;
let server: TestServer;
let workshop: string;
let before: WorkshopState;
let texts: string[];
let report: ErasureReport;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-erased-'));
  server = await openTestServer(await openStore(folder), { now });
  const { workshops, doors, datasets, privacy } = server.services;
  workshop = await workshops.create(testSetup);
  await workshops.open(workshop);
  const code = (await workshops.get(workshop))?.code ?? '';
  await new Play({
    seed: SEED,
    cast: castOf(SEED, EMPLOYERS),
    workshop: { id: workshop, code },
    address: server.address,
    doors,
    lookup: (words) => datasets.codeList.search(words, 12).map(({ entry }) => entry),
    transcript: new Transcript(),
    say: () => undefined,
  }).run();
  await workshops.startReview(workshop);
  const all = await server.services.revisions.adjustments(workshop);
  const accepted = { decision: 'accepted', value: null, rationale: '', role: 'data steward' } as const;
  await workshops.decide(workshop, ANA, { adjustments: all.map(({ id }) => id), ...accepted });
  orThrow(await workshops.publish(workshop, ANA));
  const found = await workshops.get(workshop);
  if (!found) throw new Error('The workshop is gone.');
  before = found;
  texts = personalTexts(before);
  report = orThrow(await privacy.erase(workshop, ANA));
}, 180_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Everything a person typed that is not the label of a result. */
function personalTexts(state: WorkshopState): string[] {
  const people = Object.values(state.participants).flatMap(({ profile }) => [
    profile.name,
    profile.organisation,
  ]);
  const firms = Object.values(state.firms).map(({ name }) => name);
  const notes = Object.values(state.notes).map(({ text }) => text);
  const comments = Object.values(state.entries).filter(({ kind }) => kind === 'comment');
  const answers = Object.values(state.phases)
    .flatMap(({ rounds }) => rounds.flatMap((round) => Object.values(round.answers)))
    .flatMap((byPerson) => Object.values(byPerson))
    .flatMap(({ answer }) => {
      if (answer.kind === 'figure' || answer.kind === 'validation') return [answer.reason];
      if (answer.kind === 'survey') return [answer.comment];
      return answer.kind === 'commitment' ? [answer.what, answer.measure, answer.contact] : [];
    });
  const all = [...people, ...firms, ...notes, ...comments.map(({ label }) => label), ...answers];
  return [...new Set(all.filter((text) => text !== null && text.length > 3))] as string[];
}

async function bytesOnDisk(): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = files
    .filter((file) => file.isFile())
    .map(async (file) => {
      const path = join(file.parentPath, file.name);
      return [path, (await readFile(path)).toString('utf8')] as const;
    });
  return new Map(await Promise.all(read));
}

describe('erasing', () => {
  test('S8 no byte of a name, organisation, contact or free text is left in any file', async () => {
    const left: string[] = [];
    const files = await bytesOnDisk();
    for (const [path, content] of files)
      for (const text of texts)
        if (content.includes(text) || content.includes(JSON.stringify(text).slice(1, -1)))
          left.push(`${path}: ${text}`);
    expect(files.size).toBeGreaterThan(3);
    expect(texts.length).toBeGreaterThan(EMPLOYERS * 2);
    expect(left).toEqual([]);
  });

  test('C5 the report counts what went and what stays', () => {
    expect(report).toMatchObject({ workshop, title: testSetup.title, by: 'Ana Lima' });
    const { counts } = report;
    expect(counts.people).toBe(Object.keys(before.participants).length);
    expect(counts.answers).toBeGreaterThan(100);
    expect(counts.words).toBeGreaterThan(10);
    expect(counts.contacts).toBeGreaterThan(0);
    expect(counts).toMatchObject({ revisions: 1, keptAdjustments: Object.keys(before.adjustments).length });
  });

  test('C5 tallies, decisions and the revision stay, and its hash still holds', async () => {
    const { revisions, workshops } = server.services;
    const revision = await revisions.get(before.revision?.id ?? '');
    expect(revision?.tallies.critical?.length ?? Object.keys(revision?.tallies ?? {}).length).toBeGreaterThan(
      0,
    );
    expect(revision?.diff.length).toBeGreaterThan(0);
    expect(revision && isIntact(revision, (text) => createHash('sha256').update(text).digest('hex'))).toBe(
      true,
    );
    expect(await revisions.bundle(before.revision?.id ?? '')).not.toBeNull();
    const state = await workshops.get(workshop);
    expect(Object.keys(state?.adjustments ?? {})).toEqual(Object.keys(before.adjustments));
    expect(state).toMatchObject({ stage: 'published', revision: before.revision, participants: {} });
  });

  test('C5 it is done once, stays done after a restart, and the report with it', async () => {
    const { privacy, audit } = server.services;
    expect(await privacy.erase(workshop, ANA)).toHaveProperty('message');
    expect(await audit.list({ what: 'erased' })).toMatchObject([
      { who: { name: 'Ana Lima' }, on: { id: workshop } },
    ]);
    await server.close();
    server = await openTestServer(await openStore(folder), { now });
    expect(await server.services.privacy.reports()).toEqual([report]);
    expect(await server.services.privacy.retained()).toEqual([]);
    expect((await server.services.workshops.get(workshop))?.participants).toEqual({});
  });
});

describe('retention', () => {
  test('C5 what has run out is erased without anybody asking, not a moment earlier', async () => {
    const { workshops, doors, privacy } = server.services;
    const id = await workshops.create({ ...testSetup, retentionDays: 7 });
    await workshops.open(id);
    const code = (await workshops.get(id))?.code ?? '';
    const profile = { jobTitle: null, sizeBand: null, subSector: null, role: 'employer' } as const;
    orThrow(await doors.join(code, { ...profile, name: 'Zelda Quill', organisation: 'Quill Works' }));
    await start(server, id, doors);
    await workshops.close(id);
    await workshops.startReview(id);
    expect(await privacy.erase(id, ANA)).toHaveProperty('message');
    orThrow(await workshops.publish(id, ANA));
    clock.now += 7 * DAY_MS - 60_000;
    expect(await privacy.eraseDue()).toEqual([]);
    expect(await privacy.retained()).toMatchObject([{ id, people: 1, isDue: false }]);
    clock.now += 120_000;
    expect(await privacy.eraseDue()).toMatchObject([{ workshop: id, by: 'The retention rule' }]);
    expect(JSON.stringify(await workshops.get(id))).not.toContain('Quill');
  });
});

import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { PHASES } from '../../src/lib/protocol/phases.ts';
import { closing, liveClient } from './opened.ts';
import { openTestServer, orThrow, testSetup } from './test-server.ts';
import type { TestServer } from './test-server.ts';

const open = closing();
const STAFF = { id: 't-1', name: 'Staff' };
let server: TestServer;

beforeEach(async () => {
  server = open(await openTestServer());
});

describe('staff', () => {
  test('S2 a link works once, and its session ends when it is signed out', async () => {
    const { staff } = server.services;
    const secret = await staff.offerLink();
    const token = await staff.exchange(secret);
    expect(await staff.exchange(secret)).toBeNull();
    expect(await staff.session(token ?? undefined)).toMatchObject({ name: 'Staff' });
    await staff.signOut(token ?? '');
    expect(await staff.session(token ?? undefined)).toBeNull();
    expect(await staff.session(undefined)).toBeNull();
  });
});

describe('workshops', () => {
  test('a draft is prepared, previewed at every phase, duplicated and discarded', async () => {
    const { workshops } = server.services;
    const id = await workshops.create({ ...testSetup, title: 'Draft' });
    expect(await workshops.prepare(id, { ...testSetup, title: 'Prepared' })).toMatchObject({ ok: true });
    for (const { id: activity, kind } of testSetup.guide) {
      for (const phase of PHASES[kind]) {
        const faces = await workshops.preview(id, activity, phase);
        expect(faces?.phone, `${activity}:${phase}`).toMatchObject({
          shared: { face: 'phone', header: { current: { activity, phase } } },
          own: { participant: 'preview-person' },
        });
      }
    }
    expect(await workshops.preview(id, 'welcome', 'vote')).toBeNull();
    const copy = await workshops.duplicate(id);
    expect((await workshops.get(copy))?.setup.title).toBe('Prepared (copy)');
    await workshops.discard(id);
    expect(await workshops.get(id)).toBeNull();
    await expect(workshops.discard(server.workshop)).rejects.toThrow(/stage/);
  });

  test('a template keeps the preparation without the title', async () => {
    const { workshops } = server.services;
    const id = await workshops.saveTemplate('Ours', testSetup);
    const [kept] = await workshops.templates();
    expect(kept).toMatchObject({ id, title: 'Ours', setup: { guide: testSetup.guide } });
    expect(kept?.setup).not.toHaveProperty('title');
    await workshops.removeTemplate(id);
    expect(await workshops.templates()).toEqual([]);
  });

  test('A3 closed, reviewed, published: a frozen revision with its zip; the next has the next number', async () => {
    const { workshops, revisions } = server.services;
    const lead = open(await liveClient(server, 'console', await server.host()));
    await lead.send({ type: 'guide.next', activity: 'welcome', phase: 'join' });
    expect(await workshops.exportSoFar(server.workshop)).not.toBeNull();
    expect(await workshops.publish(server.workshop, STAFF)).toHaveProperty('message');
    expect(await workshops.close(server.workshop)).toMatchObject({ ok: true });
    expect(await workshops.startReview(server.workshop)).toMatchObject({ ok: true });
    const { revision } = orThrow(await workshops.publish(server.workshop, STAFF));
    expect(await workshops.publish(server.workshop, STAFF)).toHaveProperty('message');
    expect(await revisions.list()).toMatchObject([
      { id: revision, number: 1, workshop: { id: server.workshop } },
    ]);
    const zip = await revisions.bundle(revision);
    expect(Object.keys(unzipSync(zip?.bytes ?? new Uint8Array()))).toContain('datapackage.json');
    expect((await revisions.bundle(revision))?.bytes).toEqual(zip?.bytes);
    expect((await workshops.get(server.workshop))?.revision).toEqual({ id: revision, number: 1 });
  });
});

describe('datasets', () => {
  const csv = [
    'occupation_code,title,openings_annual [persons_per_year] 2024-34',
    '29-1141,Registered nurses,1234',
  ].join('\n');

  test('an import is previewed, saved once, and replaces nothing', async () => {
    const { datasets } = server.services;
    const bytes = new TextEncoder().encode(csv);
    const read = () => datasets.previewImport(bytes, 'ours.csv', { title: 'Ours', area: 'Colorado' });
    const before = await datasets.list();
    const { importId, preview } = await read();
    expect(preview.problems).toEqual([]);
    expect(await datasets.list()).toEqual(before);
    const id = await datasets.commitImport(importId ?? '');
    expect(await datasets.commitImport(importId ?? '')).toBeNull();
    const again = await datasets.commitImport((await read()).importId ?? '');
    expect(again).not.toBe(id);
    expect((await datasets.list()).map((each) => each.id)).toEqual(expect.arrayContaining([id, again]));
  });

  test('U4 a file that is none of ours is reported and keeps nothing', async () => {
    const { datasets } = server.services;
    const { importId, preview } = await datasets.previewImport(
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      'x.xlsx',
      {
        title: '',
        area: 'US',
      },
    );
    expect(importId).toBeNull();
    expect(preview.problems).not.toEqual([]);
  });
});

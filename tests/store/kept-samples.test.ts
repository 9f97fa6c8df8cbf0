/**
 * Upgrade: data kept by earlier versions, one folder a format, as backups made by the version of that time (v1: of the
 * rehearsal with seed 5 and five employers, published, beside an open workshop). A sample is never made again.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restore } from '../../server/room/restored.ts';
import { workshopRules } from '../../server/rules.ts';
import { startServer } from '../../server/start-server.ts';
import { restoreFolder, verifyFolder } from '../../server/store/backup.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { JournalRecord } from '../../server/store/port.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';

const SAMPLES = join(import.meta.dirname, '..', 'fixtures', 'store');

interface Expected {
  workshops: { id: string; answers: number; adjustments: number }[];
  datasets: string[];
  revisions: { id: string; number: number }[];
  templates: string[];
}

function answersIn({ phases }: WorkshopState): number {
  return Object.values(phases)
    .flatMap(({ rounds }) => rounds)
    .flatMap(({ answers }) => Object.values(answers))
    .reduce((sum, byPerson) => sum + Object.keys(byPerson).length, 0);
}

describe.each(await readdir(SAMPLES))('data kept in format %s', (format) => {
  let folder: string;
  let data: string;
  let expected: Expected;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-kept-'));
    data = join(folder, 'data');
    expected = JSON.parse(await readFile(join(SAMPLES, format, 'expected.json'), 'utf8')) as Expected;
    await restoreFolder(join(SAMPLES, format, 'backup.zip'), data);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('checks, and the server starts with all of it', async () => {
    expect((await verifyFolder(data)).problems).toEqual([]);
    const server = await startServer({ host: '127.0.0.1', port: 0, data: { dir: data }, pages: 'none' });
    const { workshops, datasets, revisions } = server.services;
    const summaries = await workshops.list();
    const found = await Promise.all(
      summaries.map(async ({ id, code, stage, people, firms, revision }) => {
        const state = await workshops.get(id);
        if (!state) throw new Error(`${id} is gone.`);
        const counts = { answers: answersIn(state), adjustments: Object.keys(state.adjustments).length };
        return { id, code, stage, people, firms, ...counts, revision };
      }),
    );
    expect(found).toEqual(expected.workshops);
    expect((await datasets.list()).map(({ id }) => id)).toEqual(expected.datasets);
    expect((await revisions.list()).map(({ id, number }) => ({ id, number }))).toEqual(expected.revisions);
    for (const { id } of expected.revisions)
      expect((await revisions.bundle(id))?.bytes.length).toBeGreaterThan(1_000);
    expect((await workshops.templates()).map(({ title }) => title)).toEqual(expected.templates);
    await server.close();
    expect((await verifyFolder(data)).problems).toEqual([]);
  });

  it('gives the same state from its journal alone as from its checkpoint', async () => {
    const store = await openStore(data);
    for (const { id, answers } of expected.workshops) {
      const whole = await restore(id, store, workshopRules);
      const lines = (await readFile(join(data, 'workshops', id, 'journal.ndjson'), 'utf8')).split('\n');
      const records = lines
        .slice(1, -1)
        .map((line) => (JSON.parse(line) as { record: JournalRecord }).record);
      const fromJournal = memoryStore();
      await fromJournal.append(id, 1, records);
      const replayed = await restore(id, fromJournal, workshopRules);
      expect(replayed?.seq).toBe(whole?.seq);
      expect(replayed?.state).toEqual(whole?.state);
      expect(answers).toBe(whole && answersIn(whole.state));
    }
    await store.close();
  });

  it('whose state says it is of a later version is refused by name', async () => {
    const store = memoryStore();
    await store.writeCheckpoint('w1', { seq: 1, state: { version: 99 }, answered: [] });
    const refused = restore('w1', store, workshopRules);
    await expect(refused).rejects.toThrow(/w1 was stored by another Plumbline \(state 99/);
  });
});

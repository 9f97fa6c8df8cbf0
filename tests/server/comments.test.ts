/** Comments of the public: read by staff first, linked to the figure they are about, met with limits, and forgotten in time. */
import { beforeEach, expect, test } from 'vitest';
import type { CommentDraft } from '../../server/services/comment-types.ts';
import { StoredAudit } from '../../server/services/audit-log.ts';
import { StoredComments } from '../../server/services/comments.ts';
import { StoredDatasets } from '../../server/services/datasets.ts';
import { StoredExplore } from '../../server/services/explore.ts';
import { loadCodeList } from '../../server/sample/code-list.ts';
import { memoryContents, memoryStore } from '../../server/store/memory-store.ts';
import { RevisionThread } from '../../server/services/revision-thread.ts';
import { watchedStore } from '../../server/store/watched-store.ts';
import { dataset, firstRevision, HVAC, openingsId } from '../lmi/revision-fixture.ts';
import { summaryOf } from '../../server/lmi/revision.ts';

const DAY = 24 * 3_600_000;
const STAFF = { id: 't-1', name: 'Ana Lima' };
const FIRM = 'Ajax and Sons';

let at: number;
let contents: ReturnType<typeof memoryContents>;
let comments: StoredComments;
let audit: StoredAudit;

beforeEach(async () => {
  at = Date.UTC(2026, 10, 25, 9);
  contents = memoryContents();
  const now = () => at;
  const { store, changes } = watchedStore(memoryStore(contents));
  const datasets = new StoredDatasets(store, loadCodeList(), now);
  await store.write('datasets', dataset.id, dataset);
  const revision = firstRevision();
  const revisions = {
    list: () => Promise.resolve([summaryOf(revision)]),
    get: () => Promise.resolve(revision),
  };
  const thread = new RevisionThread();
  const explore = new StoredExplore({
    store,
    revisions,
    datasets,
    changes: () => changes('datasets'),
    now,
    thread,
  });
  audit = new StoredAudit(store, now);
  comments = new StoredComments({ store, explore, audit, changes: () => changes('comments'), now });
});

function draft(part: Partial<CommentDraft> = {}): CommentDraft {
  const ticket = comments.ticket();
  at += 20_000;
  return {
    occupation: HVAC,
    figure: openingsId,
    organisation: FIRM,
    text: 'We look for twice as many.',
    trap: '',
    ticket,
    isWarned: false,
    ...part,
  };
}
const send = (part: Partial<CommentDraft> = {}, address = '192.0.2.7') => comments.send(draft(part), address);
const kept = (): string => JSON.stringify([...contents.documents]);

test('a comment is shown only after staff have let it through, with its organisation and the figure it is about', async () => {
  expect(await send()).toBeNull();
  expect(await comments.shown(HVAC)).toEqual([]);
  const [waiting] = await comments.list();
  expect(waiting).toMatchObject({ status: 'waiting', organisation: FIRM });
  await comments.moderate(waiting?.id ?? '', 'shown', STAFF);
  expect(await comments.shown(HVAC)).toMatchObject([
    { organisation: FIRM, figure: { id: openingsId, published: '42,500 a year' }, sentOn: '2026-11-25' },
  ]);
  await comments.moderate(waiting?.id ?? '', 'hidden', STAFF);
  expect(await comments.shown(HVAC)).toEqual([]);
});

test('what staff do with a comment is recorded, without a word of it', async () => {
  await send();
  const [{ id } = { id: '' }] = await comments.list();
  await comments.moderate(id, 'shown', STAFF);
  await comments.erase(id, STAFF);
  const entries = await audit.list();
  expect(entries.map(({ what }) => what)).toEqual(['comment_erased', 'comment_shown']);
  expect(JSON.stringify(entries)).not.toContain(FIRM);
  expect(JSON.stringify(entries)).not.toContain('twice');
});

test('C5 a comment is gone after a year, a hidden one after thirty days, with no byte left', async () => {
  await send();
  await send({ text: 'Another one', organisation: 'Hidden House' });
  const hidden = (await comments.list()).find(({ organisation }) => organisation === 'Hidden House');
  await comments.moderate(hidden?.id ?? '', 'hidden', STAFF);
  at += 31 * DAY;
  expect(await comments.eraseDue()).toBe(1);
  expect(kept()).not.toContain('Hidden House');
  expect(kept()).toContain(FIRM);
  at += 335 * DAY;
  expect(await comments.eraseDue()).toBe(1);
  expect(kept()).not.toContain(FIRM);
});

test('C2 a comment that names pay is taken only when its author has read the warning, and staff see the mark', async () => {
  const words = { text: 'They pay $31 an hour next door.' };
  expect(await send(words)).toMatchObject({ isWarning: true, field: 'text' });
  expect(await comments.list()).toEqual([]);
  expect(await send({ ...words, isWarned: true })).toBeNull();
  expect(await comments.list()).toMatchObject([{ warning: 'money', status: 'waiting' }]);
});

test('a form that was filled in no time, or that we did not give out, is not taken', async () => {
  const quick = { ...draft(), ticket: comments.ticket() };
  expect(await comments.send(quick, '192.0.2.7')).toMatchObject({ field: null });
  expect(await send({ ticket: `${at - 20_000}.${'0'.repeat(64)}` })).not.toBeNull();
  expect(await send({ ticket: '' })).not.toBeNull();
  expect(await comments.list()).toEqual([]);
});

test('a program that fills every field keeps nothing, and learns nothing', async () => {
  expect(await send({ trap: 'http://example.org' })).toBeNull();
  expect(await comments.list()).toEqual([]);
});

test('the same comment sent twice is one', async () => {
  expect(await send()).toBeNull();
  expect(await send()).toBeNull();
  expect(await comments.list()).toHaveLength(1);
});

test('R9 a class behind one address is heard, a flood is not', async () => {
  const answers = [];
  for (let index = 0; index < 14; index += 1) answers.push(await send({ text: `Comment ${index}` }));
  expect(answers.map((answer) => answer === null)).toEqual([...Array<boolean>(12).fill(true), false, false]);
  expect(answers[13]?.message).toContain('later');
  expect(await send({ text: 'From elsewhere' }, '192.0.2.8')).toBeNull();
});

test('what is missing or too long is said beside its field, and what is unknown in a sentence', async () => {
  expect(await send({ organisation: '  ' })).toMatchObject({ field: 'organisation' });
  expect(await send({ text: '' })).toMatchObject({ field: 'text' });
  expect(await send({ text: 'x'.repeat(1_001) })).toMatchObject({ field: 'text' });
  expect((await send({ occupation: '99-9999' }))?.message).toContain('no published occupation');
});

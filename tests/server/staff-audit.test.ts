/** The record of what staff did: who, when, what, on what; only ever added to. */
import { beforeEach, describe, expect, test } from 'vitest';
import { StoredAudit } from '../../server/services/audit-log.ts';
import type { Services, StaffSession } from '../../server/services.ts';
import { memoryContents, memoryStore } from '../../server/store/memory-store.ts';
import { closing } from './opened.ts';
import { start } from './started.ts';
import { openTestServer, orThrow, testSetup } from './test-server.ts';
import type { TestServer } from './test-server.ts';

const open = closing();
let server: TestServer;
let ana: StaffSession;
let desk: Services;

beforeEach(async () => {
  server = open(await openTestServer());
  const { staff } = server.services;
  const token = await staff.exchange(await staff.offerLink({ name: 'Ana Lima' }));
  const session = await staff.session(token ?? undefined);
  if (!session) throw new Error('The link let nobody in.');
  ana = session;
  desk = server.services.onBehalfOf(ana);
});

const whatWasDone = async () => (await server.services.audit.list()).map(({ what }) => what).reverse();

describe('what is written down', () => {
  test('every change of a workshop from draft to revision, by name, with its title', async () => {
    const { workshops, doors, audit } = desk;
    const id = await workshops.create({ ...testSetup, title: 'Ours' });
    await workshops.prepare(id, testSetup);
    await workshops.open(id);
    await start(server, id, doors);
    await workshops.close(id);
    await workshops.startReview(id);
    orThrow(await workshops.publish(id, ana));
    const done = (await whatWasDone()).slice(-7);
    expect(done).toEqual([
      'workshop_created',
      'workshop_changed',
      'workshop_opened',
      'room_link_made',
      'workshop_closed',
      'workshop_reviewed',
      'published',
    ]);
    const [last] = await audit.list();
    expect(last).toMatchObject({ who: { id: ana.id, name: 'Ana Lima' }, on: { id, title: testSetup.title } });
    const revision = (await workshops.get(id))?.revision?.id ?? '';
    expect(await audit.publishedBy(revision)).toBe('Ana Lima');
  });

  test('what was refused is not, and what is only looked at is not', async () => {
    const before = await whatWasDone();
    await desk.workshops.open(server.workshop);
    await desk.workshops.publish(server.workshop, ana);
    await desk.workshops.list();
    await desk.workshops.exportSoFar(server.workshop);
    expect(await whatWasDone()).toEqual(before);
  });

  test('S2 a refused sign-in names the account and never what was typed', async () => {
    const { staff, audit } = server.services;
    await staff.signIn('hunter2 typed as a name', 'hunter2');
    await staff.signIn('Ana Lima', 'hunter2');
    const refused = await audit.list({ what: 'sign_in_refused' });
    expect(refused.map(({ who }) => who.name)).toEqual(['Ana Lima', 'An unknown name']);
    expect(JSON.stringify(refused)).not.toContain('hunter2');
  });

  test('it is found by who, what and words, and downloaded with inert cells', async () => {
    await desk.workshops.saveTemplate('=HYPERLINK("x")', testSetup);
    expect(
      await desk.audit.list({ who: 'Ana Lima', what: 'template_saved', text: 'hyperlink' }),
    ).toHaveLength(1);
    expect(await desk.audit.list({ who: 'Ben Ode' })).toEqual([]);
    const csv = await desk.audit.csv({ what: 'template_saved' });
    expect(csv.split('\r\n')[0]).toBe('at,who,who_id,what,on_kind,on_id,on_title,more,adjustments');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  });
});

describe('how it is kept', () => {
  test('months before the last two years go, whole; nothing else ever does', async () => {
    const contents = memoryContents();
    const clock = { now: Date.parse('2024-10-31T23:00:00Z') };
    const audit = new StoredAudit(memoryStore(contents), () => clock.now);
    const add = () => audit.record({ who: { id: null, name: 'Terminal' }, what: 'link_made', on: null });
    await add();
    clock.now = Date.parse('2024-11-01T00:00:00Z');
    await Promise.all([add(), add(), add()]);
    clock.now = Date.parse('2026-11-23T00:00:00Z');
    await add();
    expect(await audit.list()).toHaveLength(4);
    expect([...contents.documents.keys()]).toEqual(['staff/audit-2024-11', 'staff/audit-2026-11']);
  });
});

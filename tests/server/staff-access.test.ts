/** Accounts of staff: links, names, passwords, sign-ins, and what is written down of them (S2). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { StoredAudit } from '../../server/services/audit-log.ts';
import { openStaffAccess } from '../../server/services/staff-access.ts';
import { memoryContents, memoryStore } from '../../server/store/memory-store.ts';

const START = Date.parse('2026-11-23T09:00:00Z');
const PASSWORD = 'a plumb line hangs straight';

async function opened(contents = memoryContents()) {
  const clock = { now: START };
  const store = memoryStore(contents);
  const audit = new StoredAudit(store, () => clock.now);
  const staff = await openStaffAccess(store, () => clock.now, audit);
  const enter = async (secret: string) => {
    const token = (await staff.exchange(secret)) ?? '';
    const session = await staff.session(token);
    if (!session) throw new Error('The link let nobody in.');
    return { token, session };
  };
  return { clock, store, audit, staff, contents, enter };
}

async function withAna() {
  const all = await opened();
  const { staff, enter } = all;
  const ana = await enter(await staff.offerLink({ name: ' Ana  Lima ' }));
  expect(await staff.setPassword(ana.session, PASSWORD, '')).toBeNull();
  return { ...all, ana };
}

describe('names', () => {
  test('S2 who came in by an unnamed link says once who it is, and the sign-in becomes an account', async () => {
    const { staff, enter } = await opened();
    const { token, session } = await enter(await staff.offerLink());
    expect(session).toMatchObject({ name: 'Staff', account: null });
    expect(await staff.takeName(session, 'staff')).toHaveProperty('message');
    expect(await staff.takeName(session, 'Ben Ode')).toBeNull();
    expect(await staff.session(token)).toMatchObject({ name: 'Ben Ode' });
    expect(await staff.takeName(session, 'Somebody Else')).toHaveProperty('message');
  });

  test('a name somebody has cannot be taken, only reached by a link to it', async () => {
    const { staff, enter, ana } = await withAna();
    const stranger = await enter(await staff.offerLink());
    expect(await staff.takeName(stranger.session, 'ana lima')).toHaveProperty('message');
    const again = await enter(await staff.offerLink({ name: 'ANA LIMA' }, ana.session));
    expect(again.session.id).toBe(ana.session.id);
    expect(staff.accounts()).toHaveLength(1);
  });

  test('a closed account comes in neither by its sign-ins nor by a link or password, and keeps its name', async () => {
    const { staff, enter, ana } = await withAna();
    const ben = await enter(await staff.offerLink({ name: 'Ben Ode' }, ana.session));
    const link = await staff.offerLink({ account: ana.session.id });
    expect(await staff.closeAccount(ana.session.id, ana.session)).toHaveProperty('message');
    expect(await staff.closeAccount(ana.session.id, ben.session)).toBeNull();
    expect(await staff.session(ana.token)).toBeNull();
    expect(await staff.exchange(link)).toBeNull();
    expect(await staff.signIn('Ana Lima', PASSWORD)).toHaveProperty('message');
    expect(staff.accounts().find(({ name }) => name === 'Ana Lima')).toMatchObject({ isClosed: true });
  });
});

describe('passwords', () => {
  test('S2 the right one signs in, a wrong one and an unknown name are refused alike', async () => {
    const { staff } = await withAna();
    const wrong = await staff.signIn('Ana Lima', 'wrong');
    expect(wrong).toEqual(await staff.signIn('Nobody', PASSWORD));
    const right = await staff.signIn('ana lima', PASSWORD);
    expect('token' in right && (await staff.session(right.token))?.name).toBe('Ana Lima');
  });

  test('S2 after five wrong ones the name waits, at one moment too, and a link still lets the person in', async () => {
    const { staff, enter } = await withAna();
    const tries = Array.from({ length: 8 }, () => staff.signIn('Ana Lima', 'wrong'));
    const messages = (await Promise.all(tries)).map((each) => ('message' in each ? each.message : ''));
    expect(messages.filter((each) => each.startsWith('Too many'))).toHaveLength(3);
    expect(await staff.signIn('Ana Lima', PASSWORD)).toHaveProperty('message');
    expect((await enter(await staff.offerLink({ name: 'Ana Lima' }))).session.name).toBe('Ana Lima');
    const other = await enter(await staff.offerLink({ name: 'Ben Ode' }));
    await staff.setPassword(other.session, PASSWORD, '');
    expect(await staff.signIn('Ben Ode', PASSWORD)).toHaveProperty('token');
  });

  test('S2 who tries names nobody has fills neither the record nor the line', async () => {
    const { staff, audit } = await withAna();
    const tries = Array.from({ length: 60 }, (_, index) => staff.signIn(`Nobody ${index}`, 'wrong'));
    const messages = (await Promise.all(tries)).map((each) => ('message' in each ? each.message : ''));
    expect(messages.filter((each) => each.startsWith('Too many sign-ins')).length).toBeGreaterThan(10);
    expect(messages.filter((each) => each.startsWith('That name')).length).toBeGreaterThan(20);
    expect(await audit.list({ what: 'sign_in_refused' })).toHaveLength(20);
    expect(await staff.signIn('Ana Lima', PASSWORD)).toHaveProperty('token');
  });

  test('S2 it is changed with the present one, which ends every other sign-in', async () => {
    const { staff, ana } = await withAna();
    const other = await staff.signIn('Ana Lima', PASSWORD);
    expect(await staff.setPassword(ana.session, 'another long sentence', 'wrong')).toHaveProperty('message');
    expect(await staff.setPassword(ana.session, 'short', PASSWORD)).toHaveProperty('message');
    expect(await staff.setPassword(ana.session, 'another long sentence', PASSWORD)).toBeNull();
    expect(await staff.session('token' in other ? other.token : '')).toBeNull();
    expect(await staff.session(ana.token)).not.toBeNull();
  });

  test('S2 neither passwords nor tokens nor links are stored, and each account has a salt of its own', async () => {
    const { staff, enter, contents, ana } = await withAna();
    const link = await staff.offerLink();
    const ben = await enter(await staff.offerLink({ name: 'Ben Ode' }));
    await staff.setPassword(ben.session, PASSWORD, '');
    await staff.signIn('Ana Lima', 'a secret typed wrong');
    const stored = [...contents.documents.values()].join('\n');
    for (const secret of [PASSWORD, 'a secret typed wrong', link, ana.token, ben.token])
      expect(stored).not.toContain(secret);
    const { accounts } = JSON.parse(contents.documents.get('staff/access') ?? '') as {
      accounts: Record<string, { password: { hash: string; cost: number } }>;
    };
    const [one, two] = Object.values(accounts).map(({ password }) => password);
    expect(one?.hash).not.toBe(two?.hash);
    expect(one?.cost).toBe(2 ** 15);
  });
});

describe('sign-ins', () => {
  test('S2 they are listed, end when they are ended, and end after 30 days', async () => {
    const { staff, enter, clock, ana } = await withAna();
    const other = await enter(await staff.offerLink());
    expect(staff.signIns().map(({ name }) => name)).toEqual(expect.arrayContaining(['Ana Lima', 'Staff']));
    await staff.endSignIn(other.session.signIn ?? '', ana.session);
    expect(await staff.session(other.token)).toBeNull();
    clock.now += 31 * 24 * 3_600_000;
    expect(await staff.session(ana.token)).toBeNull();
    expect(staff.signIns()).toEqual([]);
  });

  test('what version 1 kept is read, stays valid, and is written as version 2', async () => {
    const kept = readFileSync(new URL('./samples/staff-access-1.json', import.meta.url), 'utf8');
    const contents = memoryContents();
    contents.documents.set('staff/access', kept);
    const { staff } = await opened(contents);
    expect(staff.signIns()).toMatchObject([{ id: 't-0123456789', name: 'Staff', until: 1_797_000_000_000 }]);
    await staff.offerLink();
    const written = JSON.parse(contents.documents.get('staff/access') ?? '') as {
      version: number;
      links: object;
    };
    expect(written).toMatchObject({ version: 2, accounts: {} });
    expect(Object.values(written.links)).toContainEqual({
      until: 1_795_500_000_000,
      account: null,
      name: null,
    });
  });

  test('what a newer version kept is refused', async () => {
    const contents = memoryContents();
    contents.documents.set('staff/access', JSON.stringify({ version: 3 }));
    await expect(opened(contents)).rejects.toThrow(/access/);
    expect(contents.documents.get('staff/access')).toBe('{"version":3}');
  });
});

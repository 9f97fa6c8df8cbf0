/** Staff come in by a link that works once, or by a password; links, sessions and passwords are kept as hashes (S2). */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { typedText } from '../../src/lib/protocol/typed-text.ts';
import { newId } from '../room/ids.ts';
import { hashOf, newToken } from '../seats.ts';
import type { Store } from '../store/port.ts';
import { DAY_MS, SESSION_MS, emptyStaffDocument, readStaffDocument } from './staff-document.ts';
import type { KeptAccount, StaffDocument } from './staff-document.ts';
import { PASSWORD_LENGTH, isPassword, keptPasswordOf } from './staff-password.ts';
import type {
  Refused,
  StaffAccess,
  StaffAccount,
  StaffAudit,
  StaffSession,
  StaffSignIn,
} from './staff-types.ts';

const LINK_MS = DAY_MS;
const DOCUMENT = 'access';
const UNNAMED = 'Staff';
/** Wrong passwords for one name; addresses are never locked, and a link always lets the person in. */
const FAILURES = { points: 5, duration: 15 * 60 };
/** Tries with names nobody has are written down only so often an hour: a stranger must not be able to fill the record. */
const STRANGERS_NOTED = { points: 20, duration: 3600 };
/** So many wait for their turn at the password, some seconds at most; more only cost memory. */
const MOST_SIGNING_IN = 40;
const TERMINAL = { id: null, name: 'Terminal' };

const WRONG: Refused = {
  message: 'That name and password do not belong together. Try again, or ask a colleague for a link.',
};
const TOO_MANY: Refused = {
  message:
    'Too many wrong passwords for this name. Wait 15 minutes, or come in by a link: a colleague or the terminal makes one.',
};
const CROWDED: Refused = {
  message: 'Too many sign-ins at this moment. Try again in a minute, or come in by a link.',
};
const NOT_A_NAME: Refused = { message: 'Give a name of 2 to 80 letters; it stands beside what you decide.' };
const TAKEN: Refused = {
  message:
    'There is an account of this name. If it is yours, ask for a link to it under Accounts or at the terminal.',
};

export async function openStaffAccess(
  store: Store,
  now: () => number,
  audit: StaffAudit,
): Promise<StaffAccess> {
  const kept = (await store.read('staff', DOCUMENT, readStaffDocument)) ?? emptyStaffDocument();
  return new StoredStaffAccess(store, now, audit, kept);
}

class StoredStaffAccess implements StaffAccess {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #audit: StaffAudit;
  readonly #kept: StaffDocument;
  readonly #failures = new RateLimiterMemory(FAILURES);
  #signingIn = 0;
  readonly #strangersNoted = new RateLimiterMemory(STRANGERS_NOTED);

  constructor(store: Store, now: () => number, audit: StaffAudit, kept: StaffDocument) {
    this.#store = store;
    this.#now = now;
    this.#audit = audit;
    this.#kept = kept;
  }

  async offerLink(to?: { name: string } | { account: string }, by?: StaffSession): Promise<string> {
    const known = !to
      ? null
      : 'account' in to
        ? (this.#kept.accounts[to.account] ?? null)
        : this.#named(to.name);
    const name = to && 'name' in to && !known ? tidy(to.name) : null;
    const secret = newToken();
    this.#kept.links[hashOf(secret)] = { until: this.#now() + LINK_MS, account: known?.id ?? null, name };
    await this.#save();
    const on = known && ({ kind: 'account', id: known.id, title: known.name } as const);
    await this.#audit.record({ who: by ? whoOf(by) : TERMINAL, what: 'link_made', on, more: name });
    return secret;
  }

  async exchange(secret: string): Promise<string | null> {
    const hash = hashOf(secret);
    const link = this.#kept.links[hash];
    delete this.#kept.links[hash];
    if (link === undefined || link.until < this.#now()) return null;
    const known = link.account === null ? this.#named(link.name ?? '') : this.#kept.accounts[link.account];
    if (known?.closedAt) return null;
    const made = !known && link.name !== null ? this.#make(link.name) : null;
    const account = known ?? made;
    const token = await this.#begin(account, 'link');
    if (made) await this.#audit.record({ who: whoIs(made), what: 'account_made', on: onAccount(made) });
    return token;
  }

  async signIn(name: string, password: string): Promise<{ token: string } | Refused> {
    if (this.#signingIn >= MOST_SIGNING_IN) return CROWDED;
    this.#signingIn += 1;
    try {
      return await this.#signIn(name, password);
    } finally {
      this.#signingIn -= 1;
    }
  }

  /** A name nobody has costs as much time and as many tries as one somebody has. */
  async #signIn(name: string, password: string): Promise<{ token: string } | Refused> {
    const key = hashOf(foldedName(name));
    const account = this.#named(name);
    const isFree = await this.#failures.consume(key).then(
      () => true,
      () => false,
    );
    if (!isFree) return TOO_MANY;
    const isRight = await isPassword(password, account?.password ?? null);
    if (isRight && account && account.closedAt === null) {
      await this.#failures.delete(key);
      return { token: await this.#begin(account, 'password') };
    }
    const on = account ? onAccount(account) : null;
    if (!account && !(await this.#isNoted())) return WRONG;
    const who = { id: null, name: account ? account.name : 'An unknown name' };
    await this.#audit.record({ who, what: 'sign_in_refused', on, more: 'wrong password' });
    return WRONG;
  }

  session(token: string | undefined): Promise<StaffSession | null> {
    const session = token === undefined ? undefined : this.#kept.sessions[hashOf(token)];
    if (!session || session.until < this.#now()) return Promise.resolve(null);
    const { id: signIn, account: of } = session;
    if (of === null) return Promise.resolve({ id: signIn, name: UNNAMED, account: null, signIn });
    const account = this.#kept.accounts[of];
    if (!account || account.closedAt !== null) return Promise.resolve(null);
    return Promise.resolve({ id: account.id, name: account.name, account: account.id, signIn });
  }

  async signOut(token: string): Promise<void> {
    const session = await this.session(token);
    delete this.#kept.sessions[hashOf(token)];
    await this.#save();
    if (session) await this.#audit.record({ who: whoOf(session), what: 'sign_out', on: null });
  }

  async takeName(session: StaffSession, name: string): Promise<Refused | null> {
    const found = Object.values(this.#kept.sessions).find(({ id }) => id === session.signIn);
    if (!found || found.account !== null) return { message: 'You have given your name already.' };
    if (!isName(name)) return NOT_A_NAME;
    if (this.#named(name)) return TAKEN;
    const account = this.#make(name);
    found.account = account.id;
    account.lastSignInAt = found.since;
    await this.#save();
    await this.#audit.record({ who: whoIs(account), what: 'account_made', on: onAccount(account) });
    return null;
  }

  async setPassword(session: StaffSession, next: string | null, present: string): Promise<Refused | null> {
    const account = session.account == null ? undefined : this.#kept.accounts[session.account];
    if (!account) return { message: 'Give your name first: a password belongs to an account.' };
    const { least, most } = PASSWORD_LENGTH;
    if (next !== null && (next.length < least || next.length > most))
      return {
        message: `A password has ${least} to ${most} characters. A sentence you remember is a good one.`,
      };
    if (account.password && !(await this.#isPresent(account, present)))
      return {
        message: 'The present password is not right, or it was tried too often. Nothing was changed.',
      };
    account.password = next === null ? null : await keptPasswordOf(next);
    for (const [hash, each] of Object.entries(this.#kept.sessions))
      if (each.account === account.id && each.id !== session.signIn) delete this.#kept.sessions[hash];
    await this.#save();
    const what = next === null ? 'password_removed' : 'password_set';
    await this.#audit.record({ who: whoIs(account), what, on: onAccount(account) });
    return null;
  }

  accounts(): StaffAccount[] {
    return Object.values(this.#kept.accounts)
      .map(({ id, name, createdAt, lastSignInAt, password, closedAt }) => ({
        id,
        name,
        createdAt,
        lastSignInAt,
        hasPassword: password !== null,
        isClosed: closedAt !== null,
      }))
      .sort((a, b) => Number(a.isClosed) - Number(b.isClosed) || a.name.localeCompare(b.name, 'en'));
  }

  signIns(): StaffSignIn[] {
    return Object.values(this.#kept.sessions)
      .filter(({ until }) => until >= this.#now())
      .map(({ id, account, since, until, by }) => ({
        id,
        account,
        name: (account === null ? undefined : this.#kept.accounts[account]?.name) ?? UNNAMED,
        since,
        until,
        by,
      }))
      .sort((a, b) => b.since - a.since);
  }

  async endSignIn(id: string, by: StaffSession): Promise<void> {
    const found = Object.entries(this.#kept.sessions).find(([, session]) => session.id === id);
    if (!found) return;
    delete this.#kept.sessions[found[0]];
    await this.#save();
    const account = found[1].account === null ? undefined : this.#kept.accounts[found[1].account];
    await this.#audit.record({
      who: whoOf(by),
      what: 'sign_in_ended',
      on: account ? onAccount(account) : null,
    });
  }

  async closeAccount(id: string, by: StaffSession): Promise<Refused | null> {
    const account = this.#kept.accounts[id];
    if (!account || account.closedAt !== null) return { message: 'That account is closed already.' };
    if (by.account === id)
      return { message: 'You cannot close your own account. A colleague can, so that somebody is left.' };
    account.closedAt = this.#now();
    account.password = null;
    const { sessions, links } = this.#kept;
    for (const [hash, each] of Object.entries(sessions)) if (each.account === id) delete sessions[hash];
    for (const [hash, each] of Object.entries(links)) if (each.account === id) delete links[hash];
    await this.#save();
    await this.#audit.record({ who: whoOf(by), what: 'account_closed', on: onAccount(account) });
    return null;
  }

  async #begin(account: KeptAccount | null, by: 'link' | 'password'): Promise<string> {
    const token = newToken();
    const [id, since] = [newId('t'), this.#now()];
    this.#kept.sessions[hashOf(token)] = {
      id,
      account: account?.id ?? null,
      since,
      until: since + SESSION_MS,
      by,
    };
    if (account) account.lastSignInAt = since;
    await this.#save();
    const who = account ? whoIs(account) : { id, name: UNNAMED };
    await this.#audit.record({ who, what: 'sign_in', on: account && onAccount(account), more: by });
    return token;
  }

  async #isPresent(account: KeptAccount, typed: string): Promise<boolean> {
    const key = hashOf(foldedName(account.name));
    const isFree = await this.#failures.consume(key).then(
      () => true,
      () => false,
    );
    const isRight = isFree && (await isPassword(typed, account.password));
    if (isRight) await this.#failures.delete(key);
    return isRight;
  }

  #isNoted(): Promise<boolean> {
    return this.#strangersNoted.consume('all').then(
      () => true,
      () => false,
    );
  }

  #make(name: string): KeptAccount {
    const id = newId('t');
    const [createdAt, lastSignInAt] = [this.#now(), null];
    const account = { id, name: tidy(name), createdAt, lastSignInAt, closedAt: null, password: null };
    this.#kept.accounts[id] = account;
    return account;
  }

  #named(name: string): KeptAccount | null {
    const folded = foldedName(name);
    return Object.values(this.#kept.accounts).find((each) => foldedName(each.name) === folded) ?? null;
  }

  #save(): Promise<void> {
    const { links, sessions } = this.#kept;
    for (const [hash, { until }] of Object.entries(links)) if (until < this.#now()) delete links[hash];
    for (const [hash, { until }] of Object.entries(sessions)) if (until < this.#now()) delete sessions[hash];
    return this.#store.write('staff', DOCUMENT, this.#kept);
  }
}

const tidy = (name: string): string =>
  typedText().parse(name.normalize('NFKC')).replaceAll(/\s+/g, ' ').slice(0, 80).toWellFormed().trim();
const foldedName = (name: string): string => tidy(name).toLowerCase();
const isName = (name: string): boolean =>
  tidy(name).length >= 2 && foldedName(name) !== UNNAMED.toLowerCase();
const whoOf = ({ id, name }: StaffSession): { id: string; name: string } => ({ id, name });
const whoIs = ({ id, name }: KeptAccount): { id: string; name: string } => ({ id, name });
const onAccount = ({ id, name }: KeptAccount): { kind: 'account'; id: string; title: string } => ({
  kind: 'account',
  id,
  title: name,
});

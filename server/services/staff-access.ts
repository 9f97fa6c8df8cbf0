/** Staff come in by a link that works once; links and sessions are kept as hashes, with an end (S2). */
import * as z from 'zod';
import { newId } from '../room/ids.ts';
import { hashOf, newToken } from '../seats.ts';
import type { StaffAccess, StaffSession } from '../services.ts';
import type { Store } from '../store/port.ts';

const DAY_MS = 24 * 3_600_000;
const LINK_MS = DAY_MS;
const SESSION_MS = 30 * DAY_MS;
const DOCUMENT = 'access';

const access = z.strictObject({
  version: z.literal(1),
  /** hash of the link's secret -> until when it can be used */
  links: z.record(z.string(), z.number()),
  sessions: z.record(z.string(), z.strictObject({ id: z.string(), name: z.string(), until: z.number() })),
});
type Access = z.infer<typeof access>;

export async function openStaffAccess(store: Store, now: () => number): Promise<StaffAccess> {
  const stored = await store.read('staff', DOCUMENT, (value) => access.parse(value));
  const kept: Access = stored ?? { version: 1, links: {}, sessions: {} };

  const save = (): Promise<void> => {
    for (const [hash, until] of Object.entries(kept.links)) if (until < now()) delete kept.links[hash];
    for (const [hash, { until }] of Object.entries(kept.sessions))
      if (until < now()) delete kept.sessions[hash];
    return store.write('staff', DOCUMENT, kept);
  };

  return {
    async offerLink() {
      const secret = newToken();
      kept.links[hashOf(secret)] = now() + LINK_MS;
      await save();
      return secret;
    },
    async exchange(secret) {
      const hash = hashOf(secret);
      const until = kept.links[hash];
      delete kept.links[hash];
      if (until === undefined || until < now()) return null;
      const token = newToken();
      kept.sessions[hashOf(token)] = { id: newId('t'), name: 'Staff', until: now() + SESSION_MS };
      await save();
      return token;
    },
    async session(token): Promise<StaffSession | null> {
      const session = token === undefined ? undefined : kept.sessions[hashOf(token)];
      return session && session.until >= now() ? { id: session.id, name: session.name } : null;
    },
    async signOut(token) {
      delete kept.sessions[hashOf(token)];
      await save();
    },
  };
}

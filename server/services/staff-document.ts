/** The stored `access` document of staff: version 1 knew links and sessions without accounts. No secret is in it, only hashes (S2). */
import * as z from 'zod';

export const DAY_MS = 24 * 3_600_000;
export const SESSION_MS = 30 * DAY_MS;

const first = z.strictObject({
  version: z.literal(1),
  /** hash of the link's secret -> until when it can be used */
  links: z.record(z.string(), z.number()),
  sessions: z.record(z.string(), z.strictObject({ id: z.string(), name: z.string(), until: z.number() })),
});

/** scrypt's parameters stand beside its result, so that they can be raised later. */
export const keptPassword = z.strictObject({
  salt: z.string(),
  hash: z.string(),
  cost: z.number().int(),
  blockSize: z.number().int(),
  parallel: z.number().int(),
});
export type KeptPassword = z.infer<typeof keptPassword>;

const account = z.strictObject({
  id: z.string(),
  name: z.string(),
  createdAt: z.number(),
  lastSignInAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  password: keptPassword.nullable(),
});
export type KeptAccount = z.infer<typeof account>;

const second = z.strictObject({
  version: z.literal(2),
  links: z.record(
    z.string(),
    z.strictObject({ until: z.number(), account: z.string().nullable(), name: z.string().nullable() }),
  ),
  sessions: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      account: z.string().nullable(),
      since: z.number(),
      until: z.number(),
      by: z.enum(['link', 'password']),
    }),
  ),
  accounts: z.record(z.string(), account),
});
export type StaffDocument = z.infer<typeof second>;

export const emptyStaffDocument = (): StaffDocument => ({
  version: 2,
  links: {},
  sessions: {},
  accounts: {},
});

export function readStaffDocument(value: unknown): StaffDocument {
  const version = z.looseObject({ version: z.number() }).parse(value).version;
  if (version > 2)
    throw new Error(`it was written by a newer Plumbline (format ${version}; this one reads up to 2)`);
  if (version === 2) return second.parse(value);
  const { links, sessions } = first.parse(value);
  const entries = Object.entries(sessions).map(([hash, { id, until }]) => [
    hash,
    { id, account: null, since: until - SESSION_MS, until, by: 'link' as const },
  ]);
  return {
    ...emptyStaffDocument(),
    links: Object.fromEntries(
      Object.entries(links).map(([hash, until]) => [hash, { until, account: null, name: null }]),
    ),
    sessions: Object.fromEntries(entries) as StaffDocument['sessions'],
  };
}

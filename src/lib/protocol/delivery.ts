/** What crosses the wire around commands and views: the handshake, acknowledgements, patches, snapshots. */
import * as z from 'zod';
import { face } from './roles.ts';
import { refusalCode } from './refusals.ts';

/** Sent when a socket connects. The seat itself is in an HttpOnly cookie. */
export const handshake = z.strictObject({
  protocol: z.number().int(),
  room: z.string().min(1).max(60),
  face,
  /** Whether it takes large messages `packed`. */
  packs: z.boolean().optional(),
});
export type Handshake = z.infer<typeof handshake>;

/** `shared` is what everyone of a role sees; `own` is the small private part of one participant. */
export const audience = z.enum(['shared', 'own']);
export type Audience = z.infer<typeof audience>;

const patchOperation = z.strictObject({
  op: z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test']),
  path: z.string(),
  from: z.string().optional(),
  value: z.unknown().optional(),
});

/** The next state of one audience's view, as a patch on number `seq - 1` of the same epoch. */
export const delta = z.strictObject({
  audience,
  epoch: z.string(),
  seq: z.number().int(),
  patch: z.array(patchOperation),
});
export type Delta = z.infer<typeof delta>;

/** Stored and synced; `seq` is its number in the workshop's journal. */
const stored = z.strictObject({
  ok: z.literal(true),
  seq: z.number().int(),
  warning: z.enum(['money', 'no_hire']).nullable(),
});
const refused = z.strictObject({ ok: z.literal(false), code: refusalCode, message: z.string() });

export const ack = z.discriminatedUnion('ok', [stored, refused]);
export type Ack = z.infer<typeof ack>;

/** What answers a command: `own` is what it changed of the sender's own part, which then comes in no message of its own (B1). */
export const commandReply = z.discriminatedUnion('ok', [stored.extend({ own: delta.optional() }), refused]);
export type CommandReply = z.infer<typeof commandReply>;

export const snapshot = z.strictObject({
  audience,
  epoch: z.string(),
  seq: z.number().int(),
  view: z.unknown(),
});
export type Snapshot = z.infer<typeof snapshot>;

/** A large delta or snapshot with its event's name before it, as JSON, deflated (RFC 1951), in base64. */
export const packed = z.string();
export type Packed = z.infer<typeof packed>;

/** Answer to `sync`: both views whole, and the server's clock, so that timers agree. Large ones are packed for who takes that. */
export const syncReply = z.strictObject({
  serverNow: z.number(),
  snapshots: z.array(snapshot),
  packed: z.array(packed).optional(),
});
export type SyncReply = z.infer<typeof syncReply>;

/** Why a socket is being closed for good; a client does not reconnect by itself after it. */
export const goodbye = z.strictObject({
  code: z.enum(['reload', 'no_seat', 'no_room', 'seat_revoked', 'slow_reader', 'discarded']),
  message: z.string(),
});
export type Goodbye = z.infer<typeof goodbye>;

/** Names of the socket's events, with their payloads. */
export interface ServerToClient {
  snapshot: (snapshot: Snapshot) => void;
  delta: (delta: Delta) => void;
  packed: (packed: Packed) => void;
  goodbye: (goodbye: Goodbye) => void;
}
export interface ClientToServer {
  command: (envelope: unknown, reply: (answer: CommandReply) => void) => void;
  sync: (reply: (answer: SyncReply) => void) => void;
  /** A beat, for a client that has just woken and wants to know whether the line is alive. */
  beat: (reply: (serverNow: number) => void) => void;
}

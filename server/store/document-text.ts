/**
 * A document on the disk: one line of JSON that says what it is, in which version of its kind, and carries its checksum.
 * `{"format":"plumbline","version":1,"kind":"datasets","crc":"0a1b2c3d","document":{...}}`
 */
import { crc32 } from 'node:zlib';
import { Damage } from './damaged-file.ts';
import { changedByte, changedDigit } from './changed-byte.ts';
import { NewerFormat } from './newer-format.ts';
import { documentSteps, presentVersion, upgraded } from './upgrade.ts';

const HEAD =
  /^\{"format":"plumbline","version":([0-9]{1,9}),"kind":"([a-z]+)","crc":"([0-9a-f]{8})","document":/;
const LONGEST_HEAD = 120;
const TAIL = '}\n';

/** What lowdb holds: never falsy, so that lowdb takes nothing for an empty database. */
export interface StoredDocument {
  kind: string;
  document: unknown;
  /** Its text, where it was already made. */
  text?: Buffer;
}

/** Makes the text now: what is changed in the document afterwards is not stored. */
export function withText(stored: StoredDocument): StoredDocument {
  return { ...stored, text: documentText(stored) };
}

export function documentText(stored: StoredDocument): Buffer {
  if (stored.text) return stored.text;
  const json = JSON.stringify(stored.document) as string | undefined;
  if (json === undefined || json === 'null')
    throw new TypeError(`${stored.kind}: there is nothing to store.`);
  return framed(stored.kind, [Buffer.from(json)]);
}

/** For a document whose text was made piece by piece; `document` is not looked at any more. */
export function bytesAsDocument(kind: string, pieces: readonly Buffer[]): StoredDocument {
  return { kind, document: null, text: framed(kind, pieces) };
}

function framed(kind: string, pieces: readonly Buffer[]): Buffer {
  const version = presentVersion(documentSteps(kind));
  const head = `{"format":"plumbline","version":${version},"kind":"${kind}","crc":"`;
  return Buffer.concat([
    Buffer.from(`${head}${checksum(kind, version, pieces)}","document":`),
    ...pieces,
    Buffer.from(TAIL),
  ]);
}

/** Throws Damage with the byte where it stops checking, or NewerFormat. */
export function parseDocument(bytes: Buffer, kind: string, path: string): StoredDocument {
  if (bytes.length === 0) throw new Damage(0, 'the file is empty');
  const head = HEAD.exec(bytes.toString('latin1', 0, LONGEST_HEAD));
  if (!head) throw new Damage(firstStranger(bytes, kind), 'it does not begin as a Plumbline document');
  const [text, written, storedKind, crc] = head as unknown as [string, string, string, string];
  const version = Number(written);
  const steps = documentSteps(kind);
  if (version > presentVersion(steps)) throw new NewerFormat(path, version, presentVersion(steps));
  if (version < 1 || written !== String(version))
    throw new Damage(text.indexOf(written), `there is no format ${written}`);
  const body = bytes.subarray(text.length, bytes.length - TAIL.length);
  const tail = bytes.toString('latin1', text.length + body.length);
  const computed = checksum(storedKind, version, [body]);
  if (storedKind !== kind && checksum(kind, version, [body]) === crc)
    throw new Damage(firstStranger(bytes, kind), `it says ${storedKind} where ${kind} belongs`);
  if (tail !== TAIL && computed === crc)
    throw new Damage(bytes.length - (tail[0] === TAIL[0] ? 1 : 2), 'it does not end as a document');
  if (tail !== TAIL) throw new Damage(bytes.length, 'it is cut off');
  if (computed !== crc) throw checksumDamage(bytes, { head: text, body, computed, crc });
  if (storedKind !== kind)
    throw new Damage(text.indexOf(storedKind), `it holds ${storedKind} where ${kind} belongs`);
  return { kind, document: upgraded(JSON.parse(body.toString()), version, steps) };
}

/** The first byte of the head that could not stand there. */
function firstStranger(bytes: Buffer, kind: string): number {
  let at = 0;
  const passes = (isRight: (sign: string) => boolean): boolean => {
    const isPassed = at < bytes.length && isRight(String.fromCharCode(bytes[at] ?? 0));
    if (isPassed) at += 1;
    return isPassed;
  };
  const reads = (text: string): boolean => [...text].every((wanted) => passes((sign) => sign === wanted));
  const isDigit = (sign: string): boolean => /[0-9]/.test(sign);
  if (!reads('{"format":"plumbline","version":')) return at;
  while (passes(isDigit));
  if (!reads(`,"kind":"${kind}","crc":"`)) return at;
  for (let digit = 0; digit < 8; digit += 1) if (!passes((sign) => /[0-9a-f]/.test(sign))) return at;
  reads('","document":');
  return at;
}

function checksumDamage(
  bytes: Buffer,
  { head, body, computed, crc }: { head: string; body: Buffer; computed: string; crc: string },
): Damage {
  const reason = 'the checksum does not fit';
  const zero = firstZero(bytes);
  if (zero !== null) return new Damage(zero, reason);
  const byte = changedByte(body, parseInt(computed, 16), parseInt(crc, 16));
  const digit = changedDigit(crc, computed);
  if (byte !== null && digit === null) return new Damage(head.length + byte, reason);
  if (digit !== null && byte === null) return new Damage(head.indexOf(crc) + digit, reason);
  return new Damage(0, reason, bytes.length);
}

/** From version 2 on it covers the version too: a document is not brought up from a version it never had. */
function checksum(kind: string, version: number, pieces: readonly Buffer[]): string {
  const begin = crc32(version === 1 ? kind : `${kind}/${version}`);
  const crc = pieces.reduce((sum, piece) => crc32(piece, sum), begin);
  return crc.toString(16).padStart(8, '0');
}

/** No text of ours holds a zero byte, so the first one is where the damage begins. */
function firstZero(bytes: Buffer): number | null {
  const at = bytes.indexOf(0);
  return at === -1 ? null : at;
}

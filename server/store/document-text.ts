/**
 * A document on the disk: one line of JSON that says what it is, in which version of its kind, and carries its checksum.
 * `{"format":"plumbline","version":1,"kind":"datasets","crc":"0a1b2c3d","document":{...}}`
 */
import { crc32 } from 'node:zlib';
import { Damage } from './damaged-file.ts';
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
  if (!head) throw new Damage(firstZero(bytes) ?? 0, 'it does not begin as a Plumbline document');
  const [text, written, storedKind, crc] = head as unknown as [string, string, string, string];
  const version = Number(written);
  const steps = documentSteps(kind);
  if (version > presentVersion(steps)) throw new NewerFormat(path, version, presentVersion(steps));
  if (version < 1 || written !== String(version))
    throw new Damage(text.indexOf(written), `there is no format ${written}`);
  const body = bytes.subarray(text.length, bytes.length - TAIL.length);
  if (bytes.toString('latin1', text.length + body.length) !== TAIL)
    throw new Damage(bytes.length, 'it is cut off');
  if (checksum(storedKind, version, [body]) !== crc)
    throw new Damage(firstZero(bytes) ?? text.length, 'the checksum does not fit');
  if (storedKind !== kind)
    throw new Damage(text.indexOf(storedKind), `it holds ${storedKind} where ${kind} belongs`);
  return { kind, document: upgraded(JSON.parse(body.toString()), version, steps) };
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

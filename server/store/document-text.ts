/**
 * A document on the disk: one line of JSON that says what it is, in which format, and carries its checksum.
 * `{"format":"plumbline","version":1,"kind":"datasets","crc":"0a1b2c3d","document":{...}}`
 */
import { crc32 } from 'node:zlib';
import { Damage } from './damaged-file.ts';
import { NewerFormat } from './newer-format.ts';

const DOCUMENT_FORMAT = 1;

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
  const head = `{"format":"plumbline","version":${DOCUMENT_FORMAT},"kind":"${kind}","crc":"`;
  return Buffer.concat([
    Buffer.from(`${head}${checksum(kind, pieces)}","document":`),
    ...pieces,
    Buffer.from(TAIL),
  ]);
}

/** Throws Damage with the byte where it stops checking, or NewerFormat. */
export function parseDocument(bytes: Buffer, kind: string, path: string): StoredDocument {
  if (bytes.length === 0) throw new Damage(0, 'the file is empty');
  const head = HEAD.exec(bytes.toString('latin1', 0, LONGEST_HEAD));
  if (!head) throw new Damage(firstZero(bytes) ?? 0, 'it does not begin as a Plumbline document');
  const [text, version, storedKind, crc] = head as unknown as [string, string, string, string];
  if (Number(version) > DOCUMENT_FORMAT) throw new NewerFormat(path, Number(version), DOCUMENT_FORMAT);
  if (version !== String(DOCUMENT_FORMAT))
    throw new Damage(text.indexOf(version), `there is no format ${version}`);
  const body = bytes.subarray(text.length, bytes.length - TAIL.length);
  if (bytes.toString('latin1', text.length + body.length) !== TAIL)
    throw new Damage(bytes.length, 'it is cut off');
  if (checksum(storedKind, [body]) !== crc)
    throw new Damage(firstZero(bytes) ?? text.length, 'the checksum does not fit');
  if (storedKind !== kind)
    throw new Damage(text.indexOf(storedKind), `it holds ${storedKind} where ${kind} belongs`);
  return { kind, document: JSON.parse(body.toString()) as unknown };
}

function checksum(kind: string, pieces: readonly Buffer[]): string {
  const crc = pieces.reduce((sum, piece) => crc32(piece, sum), crc32(kind));
  return crc.toString(16).padStart(8, '0');
}

/** No text of ours holds a zero byte, so the first one is where the damage begins. */
function firstZero(bytes: Buffer): number | null {
  const at = bytes.indexOf(0);
  return at === -1 ? null : at;
}

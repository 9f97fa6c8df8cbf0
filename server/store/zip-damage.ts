/** Where a zip is damaged: the first entry, in the order in which they lie in the file, that is not what the zip's directory says. */
import { crc32, inflateRawSync } from 'node:zlib';
import { Damage } from './damaged-file.ts';
import { changedByte } from './changed-byte.ts';

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  /** Where its own head begins. */
  at: number;
}

/** null when every entry unpacks to what the directory says. */
export function zipDamage(bytes: Buffer): Damage | null {
  if (bytes.length < 4 || ![LOCAL, END].includes(bytes.readUInt32LE(0)))
    return new Damage(0, 'it does not begin as a zip');
  const end = endOf(bytes);
  if (end === null) return new Damage(bytes.length, 'it is cut off: the directory at its end is missing');
  const entries = entriesOf(bytes, end);
  if (entries instanceof Damage) return entries;
  entries.sort((a, b) => a.at - b.at);
  for (const [index, entry] of entries.entries()) {
    const damage = entryDamage(bytes, entry, entries[index + 1]?.at ?? bytes.readUInt32LE(end + 16));
    if (damage) return damage;
  }
  return null;
}

function endOf(bytes: Buffer): number | null {
  for (let at = bytes.length - END_LENGTH; at >= 0; at -= 1)
    if (bytes.readUInt32LE(at) === END && at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  return null;
}

function entriesOf(bytes: Buffer, end: number): Entry[] | Damage {
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > end || bytes.readUInt32LE(at) !== ENTRY)
      return new Damage(Math.min(at, end), 'the directory of the zip does not go on here');
    const lengths = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const [nameLength = 0, extra = 0, comment = 0] = lengths;
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_LENGTH + nameLength + extra + comment;
  }
  return at === end ? entries : new Damage(Math.min(at, end), 'the directory of the zip goes on too far');
}

/** `next`: where what comes after it begins. */
function entryDamage(bytes: Buffer, { name, method, crc, packed, at }: Entry, next: number): Damage | null {
  const what = JSON.stringify(name);
  if (at + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(at) !== LOCAL)
    return new Damage(Math.min(at, bytes.length), `the file ${what} does not begin here`);
  const named = bytes.readUInt16LE(at + 26);
  const from = at + LOCAL_LENGTH + named + bytes.readUInt16LE(at + 28);
  const isNamed = bytes.toString('utf8', at + LOCAL_LENGTH, at + LOCAL_LENGTH + named) === name;
  if (!isNamed || from + packed > next) {
    const reason = `the head of the file ${what} and the directory of the zip do not agree`;
    return new Damage(at, reason, LOCAL_LENGTH + name.length);
  }
  const content = bytes.subarray(from, from + packed);
  const within = (reason: string): Damage => new Damage(from, `the file ${what} ${reason}`, packed);
  try {
    const unpacked = method === STORED ? content : inflateRawSync(content);
    const computed = crc32(unpacked);
    if (computed === crc) return null;
    const changed = method === STORED ? changedByte(content, computed, crc) : null;
    if (changed !== null) return new Damage(from + changed, `the checksum of the file ${what} does not fit`);
    return within('unpacks to something else than was put in');
  } catch {
    return within('cannot be unpacked');
  }
}

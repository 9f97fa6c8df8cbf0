/**
 * One line of a journal. Its length and checksum come first, so that a line cut off by a crash (shorter than it says:
 * never acknowledged) can be told from one that was damaged later.
 * `{"crc":"0a1b2c3d","len":"0000007b","rest":0,"record":{...}}`: `rest` counts the lines of the same append that follow.
 */
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { Damage } from './damaged-file.ts';
import { changedByte, changedDigit } from './changed-byte.ts';
import { NewerFormat } from './newer-format.ts';
import type { JournalRecord } from './port.ts';
import { journalRecord } from './stored-shapes.ts';
import { journalSteps, presentVersion, upgraded } from './upgrade.ts';

const HEAD = /^\{"crc":"([0-9a-f]{8})","len":"([0-9a-f]{8})",/;
const HEAD_LENGTH = '{"crc":"01234567","len":"01234567",'.length;
const CHECKED_FROM = '{"crc":"01234567'.length;
const COMPLETION = '{"crc":"00000000","len":"00000000",';
const CRC_FROM = '{"crc":"'.length;
const LENGTH_FROM = '{"crc":"01234567","len":"'.length;
const LINE_END = 10;

const header = z.strictObject({ version: z.int(), workshop: z.string(), firstSeq: z.int().positive() });
const recordLine = z.strictObject({
  crc: z.string(),
  len: z.string(),
  rest: z.int().nonnegative(),
  record: z.unknown(),
});
const headerLine = z.strictObject({ crc: z.string(), len: z.string(), journal: header });

export type JournalHeader = z.infer<typeof header>;

export function headerText(workshop: string, firstSeq: number): Buffer {
  const journal: JournalHeader = { version: presentVersion(journalSteps()), workshop, firstSeq };
  return framed(`"journal":${JSON.stringify(journal)}}`);
}

/** The lines of one append: all of them count, or none. */
export function recordLines(records: readonly JournalRecord[]): Buffer {
  return Buffer.concat(
    records.map((each, index) =>
      framed(`"rest":${records.length - 1 - index},"record":${JSON.stringify(journalRecord.parse(each))}}`),
    ),
  );
}

/** `line` ends with its line end; `offset` is where it stands in its file, which is of this version. */
export function parseRecordLine(
  line: Buffer,
  offset: number,
  version: number,
): { rest: number; record: JournalRecord } {
  const parsed = recordLine.safeParse(checkedJson(line, offset));
  const record = journalRecord.safeParse(upgraded(parsed.data?.record, version, journalSteps()));
  if (!parsed.success || !record.success) throw new Damage(offset, 'the line is not a journal record');
  return { rest: parsed.data.rest, record: record.data };
}

export function parseHeaderLine(line: Buffer, path: string): JournalHeader {
  const json = checkedJson(line, 0) as { journal?: { version?: unknown } } | null;
  const version = json?.journal?.version;
  const known = presentVersion(journalSteps());
  if (typeof version === 'number' && version > known) throw new NewerFormat(path, version, known);
  const parsed = headerLine.safeParse(json);
  if (!parsed.success || parsed.data.journal.version < 1)
    throw new Damage(0, 'it does not begin as a Plumbline journal');
  return parsed.data.journal;
}

/** True for the beginning of a line that a crash cut off; throws Damage when it was a whole line, or never one of ours. */
export function isCutOff(rest: Buffer, offset: number): boolean {
  const zero = rest.indexOf(0);
  if (zero !== -1) throw new Damage(offset + zero, 'it ends in zero bytes');
  const start = rest.toString('latin1', 0, HEAD_LENGTH);
  const head = HEAD.exec(start + COMPLETION.slice(start.length));
  if (!head) throw new Damage(offset, 'the last line does not begin as a journal line');
  if (rest.length >= HEAD_LENGTH && rest.length >= parseInt(head[2] ?? '', 16)) {
    throw new Damage(offset + rest.length - 1, 'the last line has no line end where it says it ends');
  }
  return true;
}

function framed(content: string): Buffer {
  const body = Buffer.from(content);
  const length = (HEAD_LENGTH + body.length + 1).toString(16).padStart(8, '0');
  const middle = Buffer.from(`","len":"${length}",`);
  const crc = crc32(body, crc32(middle)).toString(16).padStart(8, '0');
  return Buffer.concat([Buffer.from(`{"crc":"${crc}`), middle, body, Buffer.of(LINE_END)]);
}

function checkedJson(line: Buffer, offset: number): unknown {
  const head = HEAD.exec(line.toString('latin1', 0, HEAD_LENGTH));
  const zero = line.indexOf(0);
  if (zero !== -1) throw new Damage(offset + zero, 'there are zero bytes in it');
  if (!head) throw new Damage(offset + firstStranger(line), 'the line does not begin as a journal line');
  const [, written = '', length = ''] = head;
  if (parseInt(length, 16) !== line.length) throw lengthDamage(line, offset, { written, length });
  const covered = line.subarray(CHECKED_FROM, line.length - 1);
  const computed = crc32(covered);
  if (hex(computed) !== written) throw checksumDamage(covered, offset, { written, computed, line });
  return JSON.parse(line.toString());
}

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** The first byte of the head that could not stand there. */
function firstStranger(line: Buffer): number {
  const start = line.toString('latin1', 0, HEAD_LENGTH);
  const ends = Array.from({ length: start.length }, (_, at) => at + 1);
  return ends.find((end) => !HEAD.test(start.slice(0, end) + COMPLETION.slice(end)))! - 1;
}

/** Its end is not where it says: the length is wrong, or a line end stands or is missing where none or one belongs. */
function lengthDamage(
  line: Buffer,
  offset: number,
  { written, length }: { written: string; length: string },
): Damage {
  const reason = 'the line is not as long as it says';
  const actual = hex(line.length);
  const digit = changedDigit(length, actual);
  const mended = Buffer.from(line);
  mended.write(actual, LENGTH_FROM, 'latin1');
  if (digit !== null && hex(crc32(mended.subarray(CHECKED_FROM, line.length - 1))) === written)
    return new Damage(offset + LENGTH_FROM + digit, reason);
  return new Damage(offset + Math.min(line.length, parseInt(length, 16)) - 1, reason);
}

function checksumDamage(
  covered: Buffer,
  offset: number,
  { written, computed, line }: { written: string; computed: number; line: Buffer },
): Damage {
  const reason = 'the checksum of the line does not fit';
  const byte = changedByte(covered, computed, parseInt(written, 16));
  const digit = changedDigit(written, hex(computed));
  if (byte !== null && digit === null) return new Damage(offset + CHECKED_FROM + byte, reason);
  if (digit !== null && byte === null) return new Damage(offset + CRC_FROM + digit, reason);
  return new Damage(offset, reason, line.length);
}

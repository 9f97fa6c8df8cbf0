import { setImmediate as nextTurn } from 'node:timers/promises';
import { Damage } from './damaged-file.ts';
import { isCutOff, parseHeaderLine, parseRecordLine } from './journal-line.ts';
import type { JournalRecord } from './port.ts';

export interface ScannedJournal {
  version: number;
  workshop: string;
  firstSeq: number;
  /** Every record whose append is whole, in order, without gaps. */
  records: JournalRecord[];
  /** Where the whole appends end: what follows was cut off by a crash and never acknowledged. */
  soundLength: number;
}

/** How long one slice of reading may hold the event loop (bar B5: at most 20 ms). */
const SLICE_MS = 5;
const LINE_END = 10;

/** Reads one journal file. Throws Damage with the byte where it stops checking, or NewerFormat. */
export async function scanJournal(bytes: Buffer, path: string): Promise<ScannedJournal> {
  if (bytes.length === 0) throw new Damage(0, 'the file is empty');
  const headerEnd = bytes.indexOf(LINE_END) + 1;
  if (headerEnd === 0)
    throw new Damage(bytes.indexOf(0) === -1 ? bytes.length : bytes.indexOf(0), 'its first line is cut off');
  const { version, workshop, firstSeq } = parseHeaderLine(bytes.subarray(0, headerEnd), path);
  const scanned: ScannedJournal = { version, workshop, firstSeq, records: [], soundLength: headerEnd };
  let unfinished: JournalRecord[] = [];
  let expectedRest: number | null = null;
  let offset = headerEnd;
  let sliceEnd = performance.now() + SLICE_MS;
  while (offset < bytes.length) {
    const end = bytes.indexOf(LINE_END, offset) + 1;
    if (end === 0 && isCutOff(bytes.subarray(offset), offset)) break;
    const { rest, record } = parseRecordLine(bytes.subarray(offset, end), offset, version);
    const expectedSeq = firstSeq + scanned.records.length + unfinished.length;
    if (record.seq !== expectedSeq)
      throw new Damage(offset, `record ${record.seq} stands where ${expectedSeq} belongs`);
    if (expectedRest !== null && rest !== expectedRest)
      throw new Damage(offset, 'a record of the same step is missing');
    unfinished.push(record);
    offset = end;
    expectedRest = rest === 0 ? null : rest - 1;
    if (rest === 0) {
      for (const each of unfinished) scanned.records.push(each);
      scanned.soundLength = offset;
      unfinished = [];
    }
    if (performance.now() > sliceEnd) {
      await nextTurn();
      sliceEnd = performance.now() + SLICE_MS;
    }
  }
  return scanned;
}

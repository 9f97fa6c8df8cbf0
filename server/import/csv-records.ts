/** Records of a CSV one at a time, each with its first line; damaged quoting and oversized records end in a sentence. */
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import type { Options, Parser } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { NotThisText } from './decode.ts';
import { importLimits } from './limits.ts';

export interface CsvRecord {
  /** Line in the file on which the record begins, from 1. */
  line: number;
  cells: readonly string[];
}

export type Delimiter = ',' | ';' | '\t' | '|';

const chunkCharacters = 64 * 1024;
const recordsPerTurn = 100;

function options(delimiter: Delimiter): Options {
  return {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: importLimits.recordCharacters,
  };
}

/** Thrown by `csvRecords` for a file whose quoting is damaged; the message is for a person. */
export class UnreadableCsv extends Error {}

/** Gives way to other work now and then, so that a large file does not hold up a live room. */
export async function* csvRecords(
  text: string | AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<CsvRecord> {
  // What was parsed but not yet handed on is lost when the stream fails, so the line is kept by the parser itself.
  let parsedTo = 1;
  const parser = parse({
    ...options(delimiter),
    info: true,
    on_record: (record: string[], context) => {
      parsedTo = context.lines + 1;
      return record;
    },
  });
  let line = 1;
  let read = 0;
  try {
    for await (const { record, info } of piped(text, parser)) {
      yield { line, cells: record };
      line = info.lines + 1;
      read += 1;
      if (read % recordsPerTurn === 0) await nextTurn();
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableCsv(explain(error, parsedTo));
    if (error instanceof NotThisText) throw new UnreadableCsv(error.message);
    throw error;
  }
}

/** What goes wrong with the text goes wrong with the records; who stops asking for records lets go of the text. */
function piped(text: string | AsyncIterable<string>, parser: Parser): AsyncIterable<ParsedRecord> {
  const source = Readable.from(typeof text === 'string' ? chunksOf(text) : text, { highWaterMark: 1 });
  source.once('error', (error) => parser.destroy(error));
  parser.once('close', () => source.destroy());
  return source.pipe(parser) as AsyncIterable<ParsedRecord>;
}

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

function* chunksOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + chunkCharacters);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end += 1;
    yield text.slice(start, end);
    start = end;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** The first records, for finding the header; a damaged end is no concern here. */
export function firstRecords(text: string, delimiter: Delimiter, count: number): CsvRecord[] {
  const found: CsvRecord[] = [];
  let line = 1;
  try {
    parseAtOnce(text.slice(0, chunkCharacters * 4), {
      ...options(delimiter),
      to: count,
      on_record: (cells, context) => {
        found.push({ line, cells });
        line = context.lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return found;
}

function explain(error: CsvError, line: number): string {
  switch (error.code) {
    case 'CSV_MAX_RECORD_SIZE':
      return `The row that begins on line ${line} is longer than ${importLimits.recordCharacters} characters. A quotation mark in it is probably never closed.`;
    case 'CSV_QUOTE_NOT_CLOSED':
      return `A quotation mark opened in the row that begins on line ${line} is never closed.`;
    default:
      return `The quotation marks in the row that begins on line ${line} do not match. Save the table again as "CSV UTF-8".`;
  }
}

/** Bytes to text, or the reason why this is no CSV. Tells the usual mistakes apart, so that the refusal can say what helps. */

export type Decoded =
  | { ok: true; text: string; encoding: string }
  /** `isText` false: bytes that no encoding explains, so that the file's name says more about it than they do. */
  | { ok: false; problem: string; isText: boolean };

interface Signature {
  bytes: readonly number[];
  problem: string;
}

const signatures: readonly Signature[] = [
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    problem: 'This is a PDF, not a CSV. Ask the publisher for the table as a CSV file.',
  },
  { bytes: [0x1f, 0x8b], problem: 'This file is compressed (gzip). Unpack it, then choose the CSV inside.' },
];

/** `isWhole`: no more bytes come after these, so that they must end where a character does. */
export function decodeText(bytes: Uint8Array, isWhole = true): Decoded {
  if (bytes.length === 0) return refuse('The file is empty.');
  const known = signatures.find((signature) => signature.bytes.every((byte, place) => bytes[place] === byte));
  if (known) return refuse(known.problem);
  const encoding = detectEncoding(bytes);
  const text = decodeAs(bytes, encoding, !isWhole);
  if (text === null) return refuse(notInEncoding(bytes, encoding), false);
  return judgeText(text, encoding);
}

/** The text of a long file, a part at a time, in the encoding that its head was found to have. Throws `NotThisText`. */
export async function* decodedChunks(chunks: AsyncIterable<Uint8Array>, encoding: string) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  for await (const bytes of chunks) {
    const text = decodeOrThrow(() => decoder.decode(bytes, { stream: true }), line);
    if (text.includes('\0')) throw new NotThisText(noText);
    yield text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line += 1;
  }
  decodeOrThrow(() => decoder.decode(), line);
}

/** The bytes after the head are not what the head promised; the message is for a person. */
export class NotThisText extends Error {}

function decodeOrThrow(decode: () => string, line: number): string {
  try {
    return decode();
  } catch {
    throw new NotThisText(
      `Somewhere after line ${line} the file is not in the encoding that it begins with. Save it as "CSV UTF-8" and choose it again.`,
    );
  }
}

const noText = 'The file holds bytes that are no text. Save the table as "CSV UTF-8" and choose that file.';

function judgeText(text: string, encoding: string): Decoded {
  if (text.includes('\0')) return refuse(noText, false);
  const beginning = text.slice(0, 500).trimStart().toLowerCase();
  if (beginning === '') return refuse('The file holds no text.');
  if (/^<(!doctype|html|head|\?xml|body|table)/.test(beginning)) {
    return refuse(
      'This is a web page saved under the name of a CSV. Download the file itself instead of the page around it.',
    );
  }
  return { ok: true, text, encoding };
}

function refuse(problem: string, isText = true): Decoded {
  return { ok: false, problem, isText };
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(200, Math.floor(bytes.length / 2));
  let zeroFirst = 0;
  let zeroSecond = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[pair * 2] === 0) zeroFirst += 1;
    if (bytes[pair * 2 + 1] === 0) zeroSecond += 1;
  }
  if (pairs >= 4 && zeroSecond > pairs * 0.7 && zeroFirst < pairs * 0.1) return 'utf-16le';
  if (pairs >= 4 && zeroFirst > pairs * 0.7 && zeroSecond < pairs * 0.1) return 'utf-16be';
  return 'utf-8';
}

function decodeAs(bytes: Uint8Array, encoding: string, isBroken = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isBroken });
  } catch {
    return null;
  }
}

function notInEncoding(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== 'utf-8')
    return 'The file begins as UTF-16 text and then breaks off. Save it again as "CSV UTF-8".';
  const line = firstLineNotUtf8(bytes);
  return `Line ${line} is not UTF-8: letters beyond the English ones would be read wrongly. Save the file as "CSV UTF-8" and choose it again.`;
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    if (decodeAs(bytes.subarray(start, end), 'utf-8') === null) return line;
    start = end;
    line += 1;
  }
  return line;
}

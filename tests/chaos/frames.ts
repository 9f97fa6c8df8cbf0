/**
 * Takes one direction of a connection apart into units that can be lost whole: HTTP as it comes, and after the switch
 * to WebSocket one frame at a time, so that a line from which something vanished goes on with the next whole frame.
 */
export interface Unit {
  bytes: Buffer;
  /** What it says, unmasked. */
  text: string;
}

const HEAD_END = '\r\n\r\n';

export class Frames {
  #isWebSocket = false;
  #rest = Buffer.alloc(0);

  /** From the next byte on there are frames. */
  switchOver(): void {
    this.#isWebSocket = true;
  }

  /** `switched` is called when this direction has said that it switches. */
  take(chunk: Buffer, switched: () => void): Unit[] {
    if (this.#isWebSocket) return this.#frames(chunk);
    const text = chunk.toString('latin1');
    if (!text.startsWith('HTTP/1.1 101')) return [{ bytes: chunk, text: chunk.toString() }];
    const end = text.indexOf(HEAD_END) + HEAD_END.length;
    switched();
    const head = chunk.subarray(0, end);
    return [{ bytes: head, text: '' }, ...this.#frames(chunk.subarray(end))];
  }

  #frames(chunk: Buffer): Unit[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const units: Unit[] = [];
    for (let frame = frameIn(this.#rest); frame; frame = frameIn(this.#rest)) {
      const bytes = this.#rest.subarray(0, frame.end);
      units.push({ bytes, text: unmasked(bytes.subarray(frame.start), frame.mask).toString() });
      this.#rest = this.#rest.subarray(frame.end);
    }
    return units;
  }
}

/** RFC 6455, 5.2; null while it is not all there. */
function frameIn(bytes: Buffer): { start: number; end: number; mask: Buffer | null } | null {
  if (bytes.length < 2) return null;
  const [, second = 0] = bytes;
  const short = second & 0x7f;
  const sizeAt = 2;
  const headEnd = short === 126 ? 4 : short === 127 ? 10 : 2;
  const isMasked = (second & 0x80) !== 0;
  const start = headEnd + (isMasked ? 4 : 0);
  if (bytes.length < start) return null;
  const length =
    short === 126
      ? bytes.readUInt16BE(sizeAt)
      : short === 127
        ? Number(bytes.readBigUInt64BE(sizeAt))
        : short;
  if (bytes.length < start + length) return null;
  return { start, end: start + length, mask: isMasked ? bytes.subarray(headEnd, start) : null };
}

function unmasked(bytes: Buffer, mask: Buffer | null): Buffer {
  return mask ? Buffer.from(bytes.map((byte, index) => byte ^ (mask[index % 4] ?? 0))) : bytes;
}

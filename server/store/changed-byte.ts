/**
 * Which byte was damaged, where a checksum can tell: what one changed byte makes of a CRC-32 depends on where it stands, so that the
 * place can be found from the difference. More damage than that fits no place, as good as always.
 */

const POLYNOMIAL = 0xedb88320;
/** In longer contents some place fits by chance too often: there only a single bit is believed. */
const SURE_LENGTH = 65_536;

/** What a difference of this byte makes of the checksum, when it is the last one. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value >>> 0;
});
/** The byte whose entry begins so: no two begin alike. */
const BY_FIRST = new Uint8Array(256);
for (const [byte, entry] of TABLE.entries()) BY_FIRST[entry >>> 24] = byte;

/** The one byte that was changed, of those a checksum covers to their end; null when that is not what happened. */
export function changedByte(covered: Uint8Array, computed: number, stored: number): number | null {
  const bits: number[] = [];
  const bytes: number[] = [];
  // Taken back byte by byte, as if what follows were not there.
  let difference = (computed ^ stored) >>> 0;
  for (let at = covered.length - 1; at >= 0; at -= 1) {
    const change = BY_FIRST[difference >>> 24] ?? 0;
    const rest = (difference ^ (TABLE[change] ?? 0)) >>> 0;
    if (rest === 0 && change !== 0) bytes.push(at);
    if (rest === 0 && change !== 0 && (change & (change - 1)) === 0) bits.push(at);
    difference = ((rest << 8) | change) >>> 0;
  }
  if (bits.length === 1) return bits[0] ?? null;
  return bytes.length === 1 && covered.length <= SURE_LENGTH ? (bytes[0] ?? null) : null;
}

/** The one digit of a written checksum, or of a length, that is another; null when more are. */
export function changedDigit(written: string, wanted: string): number | null {
  const different = [...written].flatMap((digit, at) => (digit === wanted[at] ? [] : [at]));
  return different.length === 1 && written.length === wanted.length ? (different[0] ?? null) : null;
}

/** A zip says when each of its files was written; with one day for all, the same files are the same bytes (A6). */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** 1 January 1980, the first day a zip can name. */
const FIRST_DAY = (1 << 5) | 1;

/** Changes the zip in place. APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16 say where the times stand. */
export function withoutClock(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end > 0 && view.getUint32(end, true) !== END) end -= 1;
  let entry = view.getUint32(end + 16, true);
  while (view.getUint32(entry, true) === ENTRY) {
    const local = view.getUint32(entry + 42, true);
    for (const at of [entry + 12, local + 10]) {
      view.setUint16(at, 0, true);
      view.setUint16(at + 2, FIRST_DAY, true);
    }
    const lengths = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
    entry += 46 + lengths.reduce((sum, each) => sum + each, 0);
  }
  return zip;
}

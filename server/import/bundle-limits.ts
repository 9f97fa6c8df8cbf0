/** A bundle is read in bounded memory; a zip that claims more is refused before it is unpacked. */
export const bundleLimits = {
  bytes: 64 * 1024 * 1024,
  /** A file for each pathway is among them. */
  entries: 2_000,
  /** Unpacked, of one file and of all. */
  entryBytes: 128 * 1024 * 1024,
  allBytes: 256 * 1024 * 1024,
  /** Unpacked to packed, for files large enough to hurt. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
};

/** Judges a workbook by its first bytes and its directory, before anything is unpacked. */
import { unzipSync } from 'fflate';

export const workbookLimits = {
  entries: 2_000,
  /** Of all parts together, as unpacked. A national table has 5 MB, a table of all states about 100. */
  unpackedBytes: 160 * 1024 * 1024,
  ratio: 250,
  ratioFrom: 8 * 1024 * 1024,
};

export const namedWorkbook =
  'This file has the name of an Excel workbook and is none: it may have broken off, or been renamed. Download it again, or open it where it was made and save it as .xlsx.';

const zip = [0x50, 0x4b, 0x03, 0x04];
const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** null: no workbook at all. Otherwise the reason why it is not read, or none. */
export function workbookProblem(bytes: Uint8Array): { problem: string | null } | null {
  if (startsWith(bytes, compound)) return { problem: compoundProblem(bytes) };
  return startsWith(bytes, zip) ? { problem: zipProblem(bytes) } : null;
}

/** Says its name that it is a workbook? Only bytes that are neither a workbook nor text are told by it. */
export function isNamedWorkbook(fileName: string): boolean {
  return /\.xls[xmb]?$/i.test(fileName.trim());
}

/** A zip or a compound file, whatever is in it. */
export function isWorkbook(head: Uint8Array): boolean {
  return startsWith(head, zip) || startsWith(head, compound);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, place) => bytes[place] === byte);
}

/** Both an encrypted workbook and one of before 2007 are compound files; only the first has a stream of this name. */
function compoundProblem(bytes: Uint8Array): string {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)
    ? 'This Excel workbook is protected by a password. Open it, remove the password, save it, and choose that file.'
    : 'This is an old Excel workbook (.xls). Open it, save it as .xlsx or "CSV UTF-8", and choose that file.';
}

function zipProblem(bytes: Uint8Array): string | null {
  let problem: string | null = null;
  let entries = 0;
  let total = 0;
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        total += originalSize;
        names.add(name);
        const ratio = originalSize / Math.max(1, size);
        if (entries > workbookLimits.entries)
          problem ??= 'This Excel workbook has too many parts to be read.';
        if (originalSize > workbookLimits.ratioFrom && ratio > workbookLimits.ratio)
          problem ??= 'A part of this Excel workbook is packed so tightly that it cannot be a table.';
        return false;
      },
    });
  } catch {
    return 'This Excel workbook or zip file is damaged and cannot be opened.';
  }
  if (total > workbookLimits.unpackedBytes)
    problem ??= 'This Excel workbook unpacks to more than is read. Keep only the sheet you need.';
  if (!names.has('xl/workbook.xml'))
    problem ??= 'This is a zip file, not an Excel workbook. Unpack it and choose the table inside.';
  return problem;
}

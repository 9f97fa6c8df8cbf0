/** A six-digit CIP 2020 code as text, with its leading zeros. What a spreadsheet made a number of is refused, or said to be padded. */

export type CipReading = { ok: true; cip: string; isPadded: boolean } | { ok: false; reason: string };

export function readCip(cell: string): CipReading {
  const text = /^="?([^"]*)"?$/.exec(cell.trim())?.[1] ?? cell.trim();
  if (/^\d{2}\.\d{4}$/.test(text)) return { ok: true, cip: text, isPadded: false };
  // The dot and four digits after it are whole: only the zero in front can be missing.
  if (/^\d\.\d{4}$/.test(text)) return { ok: true, cip: `0${text}`, isPadded: true };
  if (/^\d{6}$/.test(text)) return { ok: true, cip: `${text.slice(0, 2)}.${text.slice(2)}`, isPadded: false };
  if (/^\d{1,2}(\.\d{1,3})?$/.test(text))
    return {
      ok: false,
      reason: 'digits of the CIP code are missing: a spreadsheet took it for a number, or it is a group',
    };
  return { ok: false, reason: 'this is not a six-digit CIP 2020 code, which looks like 51.3801' };
}

/** Numbers out of cells, exactly: a scale moves the decimal point in the text, so no floating error can come in. */

export type NumberReading = { ok: true; value: number } | { ok: false; reason: string };

const plain = /^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;
const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const otherLocale =
  /^[+-]?\d{1,3}([. '\u2019\u00A0\u202F]\d{3})*,\d+$|^[+-]?\d{1,3}([ '\u2019\u00A0\u202F.]\d{3})+$|^[+-]?\d+,\d+$/;

/** The value times ten to the power of `shift`. `thousands`: "1,579.8" is allowed, as American publishers print it. */
export function readNumber(cell: string, shift: number, thousands: 'comma' | 'none'): NumberReading {
  const text = cell.trim().replace(/^[\u2212\u2013](?=[\d.])/, '-');
  const isGrouped = grouped.test(text);
  if (isGrouped && thousands === 'none') {
    return { ok: false, reason: 'write the number without thousands signs' };
  }
  if (!isGrouped && !plain.test(text)) {
    const reason = otherLocale.test(text)
      ? 'the number is written in another locale; use a decimal point'
      : 'this is not a number';
    return { ok: false, reason };
  }
  const value = Number(shiftDecimal(text.replaceAll(',', ''), shift));
  return Number.isFinite(value)
    ? { ok: true, value: value === 0 ? 0 : value }
    : { ok: false, reason: 'the number is too large' };
}

/** "1579.8" moved by 3 is "1579800". */
function shiftDecimal(text: string, shift: number): string {
  if (shift === 0) return text;
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (parts === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  return `${sign}${whole}${fraction}e${Number(exponent) + shift - fraction.length}`;
}

/** Whether a published figure now says what the employers said (A4: superseded). */
import type { Observation } from '../dataset.ts';
import { exactNumber } from '../exact-number.ts';

/** An estimate of the room is rounded, never to fewer digits than this. */
const LEAST_DIGITS = 2;

/** A number agrees when it rounds to the adjusted one, to as many digits as that was given with; words agree when equal. A flagged figure agrees with nothing. */
export function agreesWith({ value, text, flag }: Observation, adjusted: string): boolean {
  if (flag !== null) return false;
  if (text !== null) return text === adjusted;
  if (value === null || adjusted.trim() === '' || !Number.isFinite(Number(adjusted))) return false;
  if (exactNumber(value) === adjusted) return true;
  return Number(value.toPrecision(digitsOf(adjusted))) === Number(adjusted);
}

/** "12000" was given with two digits, "4.25" with three. */
function digitsOf(text: string): number {
  const [mantissa = ''] = text.replace(/^[-+]/, '').toLowerCase().split('e');
  const digits = mantissa.replace('.', '').replace(/^0+/, '');
  const meant = mantissa.includes('.') ? digits : digits.replace(/0+$/, '');
  return Math.min(21, Math.max(LEAST_DIGITS, meant.length));
}

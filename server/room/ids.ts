/** Ids and join codes: short enough to say aloud, from the system's randomness. */
import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a typed O can only mean 0 and a typed I only 1. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function symbols(count: number): string {
  return [...randomBytes(count)].map((byte) => SYMBOLS[byte % SYMBOLS.length]).join('');
}

export type IdPrefix = 'w' | 'p' | 's' | 'd' | 'r' | 't' | 'i' | 'y' | 'c' | 'm';

/** `w-` and ten symbols. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}-${symbols(10).toLowerCase()}`;
}

/** As it is shown: K7M-2QX. */
export function newJoinCode(): string {
  const code = symbols(6);
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** A code as a person typed it, in the form it is kept in; null when it cannot be one. */
export function readJoinCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (code.length !== 6 || [...code].some((symbol) => !SYMBOLS.includes(symbol))) return null;
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

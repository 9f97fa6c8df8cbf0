import { timingSafeEqual } from 'node:crypto';

/** Takes as long for a near miss as for a far one. */
export function isSameSecret(said: string, secret: string): boolean {
  const [a, b] = [Buffer.from(said), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

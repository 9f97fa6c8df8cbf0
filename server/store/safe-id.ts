/** An id becomes a file name, so only what is a safe file name everywhere may be one. */
import { UnsafeId } from './port.ts';

const SAFE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export function isSafeId(id: unknown): boolean {
  return typeof id === 'string' && SAFE.test(id) && !id.endsWith('.');
}

/** Returns the id unchanged; throws UnsafeId when it could not be a file name (or is not a string at all). */
export function safeId(id: string): string {
  if (!isSafeId(id)) {
    throw new UnsafeId(
      `${JSON.stringify(id)} cannot be stored under that id: use letters, digits, "-", "_" and "." (at most 100, beginning with a letter or digit).`,
    );
  }
  return id;
}

/** What names one thing in the id-keyed form of a dataset, and so becomes the key of a JSON object. */
import * as z from 'zod';

/**
 * Text of 1 to `most` characters. `__proto__` is refused: as a key it does not survive a plain object,
 * so what it names would be lost between a revision and its published file. A backslash is refused too: the JSON.parse of Node 24 reads
 * the key `"` as `\`, where it has met an object with the key `\` before.
 */
export function keyedId(most = Number.MAX_SAFE_INTEGER) {
  return z
    .string()
    .min(1)
    .max(most)
    .refine((id) => id !== '__proto__', { error: 'The id "__proto__" cannot be used.' })
    .refine((id) => !id.includes('\\'), { error: 'An id cannot hold a backslash.' });
}

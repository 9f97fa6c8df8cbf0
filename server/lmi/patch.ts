/**
 * A3: from one state to another as RFC 6902, every change guarded by a `test` of what it stands on, all tests first:
 * on a base that has moved the patch fails before anything is changed. Arrays are replaced whole; keys are escaped (RFC 6901).
 */
import type { JSONPatchDocument } from 'immutable-json-patch';
import * as z from 'zod';

export const patchDocument = z.array(
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('test'), path: z.string(), value: z.json() }),
    z.strictObject({ op: z.literal('add'), path: z.string(), value: z.json() }),
    z.strictObject({ op: z.literal('replace'), path: z.string(), value: z.json() }),
    z.strictObject({ op: z.literal('remove'), path: z.string() }),
  ]),
) satisfies z.ZodType<JSONPatchDocument>;
export type PatchDocument = z.infer<typeof patchDocument>;

type Operation = PatchDocument[number];
type Json = z.infer<ReturnType<typeof z.json>>;
type JsonObject = { [key: string]: Json };
interface Collected {
  tests: Operation[];
  changes: Operation[];
}

/** Both sides must be plain JSON with an object at the root. `always`: members of the root that are tested even if they stay. */
export function patchBetween(base: object, next: object, always: readonly string[] = []): PatchDocument {
  const collected: Collected = { tests: [], changes: [] };
  const [before, after] = [base as JsonObject, next as JsonObject];
  for (const key of always) {
    const value = before[key];
    if (value !== undefined && isSame(value, after[key])) {
      collected.tests.push({ op: 'test', path: pointer('', key), value });
    }
  }
  compareObjects(before, after, '', collected);
  return [...collected.tests, ...collected.changes];
}

/** `isTested`: something around it is already tested whole. */
function compareObjects(
  base: JsonObject,
  next: JsonObject,
  path: string,
  into: Collected,
  isTested = false,
): void {
  const added = Object.keys(next).filter((key) => !Object.hasOwn(base, key));
  const guarded = isTested || guardWhole(base, next, added.length > 0, path, into);
  for (const key of Object.keys(base)) {
    const at = pointer(path, key);
    const before = base[key] as Json;
    if (Object.hasOwn(next, key)) {
      compareValues(before, next[key] as Json, at, into, guarded);
    } else {
      if (!guarded) into.tests.push({ op: 'test', path: at, value: before });
      into.changes.push({ op: 'remove', path: at });
    }
  }
  for (const key of added)
    into.changes.push({ op: 'add', path: pointer(path, key), value: next[key] as Json });
}

/**
 * One thing (a figure, a step) is tested whole: what is said beside a published value must not land on another value.
 * RFC 6902 cannot test that a key is absent, so what receives a new key is tested whole too, but for the root's great collections.
 */
function guardWhole(
  base: JsonObject,
  next: JsonObject,
  grows: boolean,
  path: string,
  into: Collected,
): boolean {
  const isThing = path !== '' && height(base) <= 2 && JSON.stringify(base) !== JSON.stringify(next);
  if (!isThing && !(grows && depth(path) > 1)) return false;
  into.tests.push({ op: 'test', path, value: base });
  return true;
}

function compareValues(before: Json, after: Json, path: string, into: Collected, isTested: boolean): void {
  if (isObject(before) && isObject(after)) return compareObjects(before, after, path, into, isTested);
  if (isSame(before, after)) return;
  if (!isTested) into.tests.push({ op: 'test', path, value: before });
  into.changes.push({ op: 'replace', path, value: after });
}

/** How many objects stand inside one another: 1 for a flat one. */
function height(value: Json): number {
  if (!isObject(value)) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(height));
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(a: Json, b: Json | undefined): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));
}

function depth(path: string): number {
  return path.split('/').length - 1;
}

function pointer(path: string, key: string): string {
  return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

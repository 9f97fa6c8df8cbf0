/** S5: every object of every command, envelope and handshake takes exactly its own fields; generated from the schemas. */
import { expect, test } from 'vitest';
import * as z from 'zod';
import { envelope, internalCommand, roomCommand } from '../../src/lib/protocol/commands/index.ts';
import { handshake } from '../../src/lib/protocol/delivery.ts';
import { consent, profile } from '../../src/lib/protocol/people.ts';

interface Found {
  path: string;
  schema: z.ZodType;
}

/** Every object, text and list within a schema, with the way to it. */
function* within(schema: z.ZodType, path: string): Generator<Found> {
  yield { path, schema };
  if (schema instanceof z.ZodObject)
    for (const [key, field] of Object.entries(schema.shape))
      yield* within(field as z.ZodType, `${path}.${key}`);
  else if (schema instanceof z.ZodArray) yield* within(schema.element as z.ZodType, `${path}[]`);
  else if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    yield* within(schema.unwrap() as z.ZodType, path);
  else if (schema instanceof z.ZodUnion)
    for (const option of schema.options) yield* within(option as z.ZodType, path);
  else if (schema instanceof z.ZodRecord) yield* within(schema.valueType as z.ZodType, `${path}{}`);
}

const roots: Record<string, z.ZodType> = { envelope, handshake, profile, consent };
const all = [
  ...Object.entries(roots).flatMap(([name, schema]) => [...within(schema, name)]),
  ...[...roomCommand.options, ...internalCommand.options].flatMap((schema) => [
    ...within(schema, schema.shape.type.value),
  ]),
];

test('S5 an object with one field more is refused, whichever it is', () => {
  const objects = all.filter(
    (found): found is { path: string; schema: z.ZodObject } => found.schema instanceof z.ZodObject,
  );
  for (const { path, schema } of objects) {
    for (const key of ['extra', '__proto__', 'constructor']) {
      const given = JSON.parse(`{"${key}":1}`) as object;
      const issues = schema.safeParse(given).error?.issues ?? [];
      const isNamed = issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes(key));
      expect([path, key, isNamed]).toEqual([path, key, true]);
    }
  }
  console.info(`S5 strict: ${objects.length} objects of the protocol refuse a field more`);
  expect(objects.length).toBeGreaterThan(80);
});

test('S5 a text and a list have an end, whichever it is', () => {
  const long = 'x'.repeat(70_000);
  for (const { path, schema } of all) {
    if (schema instanceof z.ZodString) expect([path, schema.safeParse(long).success]).toEqual([path, false]);
    if (schema instanceof z.ZodArray) {
      const issues = schema.safeParse(Array<null>(10_000).fill(null)).error?.issues ?? [];
      expect([path, issues.some(({ code }) => code === 'too_big')]).toEqual([path, true]);
    }
  }
});

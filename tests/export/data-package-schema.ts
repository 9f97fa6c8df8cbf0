/** The rules of Data Package v2 (datapackage.org) that a package of tables must keep, written from the standard. */
import * as z from 'zod';

const profile = (name: string) => z.literal(`https://datapackage.org/profiles/2.0/${name}.json`);
const missing = z.array(z.strictObject({ value: z.string(), label: z.string() }));
const path = z
  .string()
  .min(1)
  .refine((text) => !text.startsWith('/') && !text.split('/').some((part) => part.startsWith('.')));

const field = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['string', 'number', 'integer', 'boolean', 'object']),
  description: z.string().min(1),
  constraints: z
    .strictObject({ required: z.boolean().optional(), unique: z.boolean().optional() })
    .optional(),
  missingValues: missing.optional(),
});

const schema = z
  .strictObject({
    $schema: profile('tableschema'),
    fields: z.array(field).min(1),
    missingValues: missing,
    primaryKey: z.array(z.string()).min(1),
    foreignKeys: z
      .array(
        z.strictObject({
          fields: z.array(z.string()).min(1),
          reference: z.strictObject({ resource: z.string(), fields: z.array(z.string()).min(1) }),
        }),
      )
      .min(1)
      .optional(),
  })
  .refine(({ fields }) => new Set(fields.map(({ name }) => name)).size === fields.length, 'names are unique')
  .refine(({ fields, primaryKey, foreignKeys = [] }) => {
    const names = new Set(fields.map(({ name }) => name));
    return [...primaryKey, ...foreignKeys.flatMap((key) => key.fields)].every((name) => names.has(name));
  }, 'keys name fields');

const resource = z.strictObject({
  name: z.string().regex(/^[a-z0-9._-]+$/),
  type: z.literal('table'),
  $schema: profile('dataresource'),
  title: z.string(),
  path,
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  dialect: z.looseObject({ $schema: profile('tabledialect') }),
  schema,
});

export const dataPackageSchema = z
  .looseObject({
    $schema: profile('datapackage'),
    name: z.string().regex(/^[a-z0-9._-]+$/),
    title: z.string().min(1),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    created: z.iso.datetime(),
    sources: z
      .array(z.looseObject({ title: z.string().min(1), path: z.url().optional(), version: z.string() }))
      .min(1)
      .optional(),
    resources: z.array(resource).min(1),
  })
  .refine(({ resources }) => {
    const names = new Set(resources.map(({ name }) => name));
    return resources.every(({ schema: { foreignKeys = [] } }) =>
      foreignKeys.every((key) => names.has(key.reference.resource)),
    );
  }, 'foreign keys name resources');

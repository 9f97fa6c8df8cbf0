/** What `datapackage.json` says of Plumbline's own: which dataset and revision the tables hold. */
import * as z from 'zod';
import { dataset } from '../dataset.ts';
import { revision } from '../revision.ts';

export const bundleIdentity = z.strictObject({
  format: z.literal(1),
  dataset: dataset.pick({
    version: true,
    id: true,
    title: true,
    release: true,
    area: true,
    createdAt: true,
    follows: true,
  }),
  /** Null for an export made while the workshop was going on. */
  revision: revision
    .pick({ id: true, number: true, base: true, publishedAt: true, publishedByRole: true, hash: true })
    .nullable(),
  workshop: revision.shape.workshop,
});
export type BundleIdentity = z.infer<typeof bundleIdentity>;

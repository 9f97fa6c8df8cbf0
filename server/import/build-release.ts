/** What was read as a dataset release: a first one, or the next of the release it was added to. Checked before anyone sees it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as z from 'zod';
import { combine } from '../lmi/combine.ts';
import type { Added } from '../lmi/combine.ts';
import { connectSupply } from '../lmi/connect-supply.ts';
import { dataset as datasetSchema, observation as observationSchema } from '../lmi/dataset.ts';
import type { Dataset, Observation } from '../lmi/dataset.ts';
import type { FoundHeader } from './find-header.ts';
import type { ImportOptions } from './import-options.ts';
import type { RowImport } from './row-import.ts';

const observationsSchema = z.array(observationSchema);
const figuresPerTurn = 1_000;

export interface BuiltRelease {
  dataset: Dataset;
  /** null where there was no base to add to. */
  added: Added | null;
}

export async function buildRelease(
  { header, rows }: { header: FoundHeader | null; rows: RowImport | null },
  sha256: string,
  options: ImportOptions,
): Promise<BuiltRelease | { problem: string }> {
  const profile = header?.profile.id ?? 'mapped';
  const sources = (header?.reader.sources() ?? []).map((source) => ({ ...source, sha256, profile }));
  const title = sources.map((source) => source.title).join(', ');
  const observations = rows?.observations ?? [];
  const checked = datasetSchema.safeParse({
    version: 1,
    id: `dataset-${sha256.slice(0, 16)}`,
    title: options.datasetTitle || title,
    release: title,
    area: options.area,
    createdAt: new Date(options.now).toISOString(),
    sources,
    occupations: rows?.occupations ?? [],
    observations: [],
    pathways: [],
    ...rows?.parts.all(),
  });
  if (!checked.success) return notValid(checked.error);
  const flaw = await flawIn(observations);
  if (flaw !== null) return { problem: flaw };
  const read: Dataset = { ...checked.data, observations };
  if (!options.base) return { dataset: connectSupply(read), added: null };
  const { dataset, added } = combine(options.base, read);
  return { dataset: connectSupply(dataset), added };
}

/** Checks the figures against the schema a part at a time, so that a large file does not hold up a live room. */
async function flawIn(observations: readonly Observation[]): Promise<string | null> {
  for (let start = 0; start < observations.length; start += figuresPerTurn) {
    const checked = observationsSchema.safeParse(observations.slice(start, start + figuresPerTurn));
    if (!checked.success) return notValid(checked.error).problem;
    await nextTurn();
  }
  return null;
}

function notValid(error: z.ZodError): { problem: string } {
  const [issue] = error.issues;
  const where = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
  return { problem: `What was read is no valid dataset: ${where}.` };
}

/** The workshop that is rehearsed: a copy of the sample's, or one on a file of one's own. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WorkshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import { markableMeasure } from '../../src/lib/protocol/answers.ts';
import type { Dataset } from '../lmi/dataset.ts';
import type { Services } from '../services.ts';
import { Stream } from './stream.ts';

const OCCUPATIONS = 10;
const LEAST_OCCUPATIONS = 8;

/** The id of a workshop to copy. */
export async function workshopToCopy(services: Services, seed: number, file: string | null): Promise<string> {
  const [sample] = await services.workshops.list();
  const state = sample && (await services.workshops.get(sample.id));
  if (!state) throw new Error('The sample workshop is missing.');
  if (file === null) return state.id;
  const dataset = await imported(services, file);
  const setup: WorkshopSetup = {
    ...state.setup,
    title: `Rehearsal on ${dataset.title}`.slice(0, 120),
    sector: 'All sectors',
    region: dataset.area.slice(0, 80),
    datasetId: dataset.id,
    shortlist: shortlistOf(dataset, seed),
    pathways: [],
  };
  return services.workshops.create(setup);
}

async function imported({ datasets }: Services, file: string): Promise<Dataset> {
  const bytes = await readFile(file).catch(() => {
    throw new Error(`The file ${file} cannot be read.`);
  });
  const name = basename(file);
  const { importId, preview } = await datasets.previewImport(bytes, name, { title: name, area: 'US' });
  if (importId === null)
    throw new Error(`The file ${file} cannot be imported: ${preview.problems.join(' ')}`);
  const id = await datasets.commitImport(importId);
  const dataset = id === null ? null : await datasets.get(id);
  if (!dataset) throw new Error(`The file ${file} was read, and the import was lost.`);
  return dataset;
}

/** Occupations with figures that employers can speak to. */
function shortlistOf(dataset: Dataset, seed: number): string[] {
  const markable = new Set(
    dataset.observations
      .filter(({ measure }) => markableMeasure.safeParse(measure).success)
      .map(({ occupation }) => occupation),
  );
  const codes = dataset.occupations.map(({ code }) => code).filter((code) => markable.has(code));
  if (codes.length < LEAST_OCCUPATIONS)
    throw new Error(
      `A workshop needs ${LEAST_OCCUPATIONS} occupations with figures; the file has ${codes.length}.`,
    );
  return new Stream(seed, 'shortlist').shuffled(codes.sort()).slice(0, OCCUPATIONS).sort();
}

import type { CodeList } from '../../lmi/code-list.ts';
import type { Observation, Occupation } from '../../lmi/dataset.ts';
import { importFile } from '../../import/import-file.ts';
import { sampleOccupations } from '../occupations.ts';
import { sampleSources } from '../sources.ts';
import { publishedBytes } from './published-file.ts';

/** The sample's part of the projections, through the same import that staff use. */
export async function projections(
  codeList: CodeList,
): Promise<{ occupations: Occupation[]; observations: Observation[] }> {
  const { file } = sampleSources.projections;
  const { dataset, preview } = await importFile(publishedBytes(file), file, { area: 'US', now: 0, codeList });
  if (dataset === null) throw new Error(preview.problems.join(' '));
  const wanted = new Set(sampleOccupations);
  return {
    occupations: dataset.occupations
      .filter((occupation) => wanted.has(occupation.code))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    observations: dataset.observations.filter((figure) => wanted.has(figure.occupation)),
  };
}

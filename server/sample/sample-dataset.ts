/** The dataset that a first start holds: 24 occupations of healthcare and skilled trades with published figures, each with its source. */
import { readFileSync } from 'node:fs';
import { dataset } from '../lmi/dataset.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { healthcarePathways } from './pathways-healthcare.ts';
import { tradesPathways } from './pathways-trades.ts';
import { sampleSources } from './sources.ts';

/** `now` in epoch milliseconds. Throws where the sample's own file is damaged. */
export function loadSample(now: number): Dataset {
  const figures: unknown = JSON.parse(readFileSync(new URL('./sample.json', import.meta.url), 'utf8'));
  return dataset.parse({
    version: 1,
    id: 'sample-healthcare-trades-2024-34',
    title: 'Healthcare and skilled trades (sample)',
    release: 'BLS projections 2024-34',
    area: 'Colorado',
    createdAt: new Date(now).toISOString(),
    sources: Object.values(sampleSources),
    ...(figures as object),
    pathways: [...healthcarePathways, ...tradesPathways],
  });
}

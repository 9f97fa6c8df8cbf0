/** What a first start holds: the sample dataset and a workshop on it that is open, so that a newcomer is in a room at once. */
import { DEFAULT_RULE } from '../../src/lib/protocol/guide.ts';
import type { Workshops } from '../services.ts';
import { sampleShortList } from '../sample/occupations.ts';
import { loadSample } from '../sample/sample-dataset.ts';
import { DEFAULT_COMPETITION_TEXT, DEFAULT_GUIDE } from '../workshop/default-guide.ts';
import type { StoredDatasets } from './datasets.ts';

export async function addSample(datasets: StoredDatasets, workshops: Workshops, now: number): Promise<void> {
  const datasetId = await datasets.save(loadSample(now));
  const workshop = await workshops.create({
    title: 'Sample workshop: healthcare and the trades around it',
    sector: 'Healthcare and skilled trades',
    region: 'Colorado',
    language: 'en',
    datasetId,
    shortlist: [...sampleShortList],
    guide: DEFAULT_GUIDE,
    rule: DEFAULT_RULE,
    pathways: [],
    competitionText: DEFAULT_COMPETITION_TEXT,
    retentionDays: 30,
  });
  const opened = await workshops.open(workshop);
  if (!opened.ok) throw new Error(`The sample workshop could not be opened: ${opened.message}`);
}

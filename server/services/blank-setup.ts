import type { WorkshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import { DEFAULT_RULE } from '../../src/lib/protocol/guide.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { sampleShortList } from '../sample/occupations.ts';
import { DEFAULT_COMPETITION_TEXT, DEFAULT_GUIDE } from '../workshop/default-guide.ts';

/** A workshop with everything Plumbline ships, on this dataset; the sample's short-list where the dataset has draft pathways for it. */
export function blankSetup(dataset: Dataset): WorkshopSetup {
  const codes = new Set(dataset.occupations.map(({ code }) => code));
  const isSample = dataset.pathways.length > 0 && sampleShortList.every((code) => codes.has(code));
  return {
    title: 'New workshop',
    sector: 'Sector',
    region: dataset.area,
    language: 'en',
    datasetId: dataset.id,
    shortlist: isSample ? [...sampleShortList] : [],
    guide: DEFAULT_GUIDE,
    rule: DEFAULT_RULE,
    pathways: [],
    competitionText: DEFAULT_COMPETITION_TEXT,
    retentionDays: 30,
  };
}

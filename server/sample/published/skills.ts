import type { Skill } from '../../lmi/dataset.ts';
import { detailedCodes } from '../../lmi/soc.ts';
import { sampleOccupations } from '../occupations.ts';
import { sampleSources } from '../sources.ts';
import { cell, publishedSheet } from './published-file.ts';
import type { PublishedRow } from './published-file.ts';

const perOccupation = 10;

/** The ten most important skills of each occupation, without those O*NET recommends to suppress. */
export async function skills(): Promise<Skill[]> {
  const source = sampleSources.skills;
  const rated = (await publishedSheet(source.file, 'Skills')).filter(
    (row) => cell(row, 'Scale ID') === 'IM' && cell(row, 'Recommend Suppress') !== 'Y',
  );
  return sampleOccupations.flatMap((occupation) => {
    const codes = new Set(detailedCodes(occupation).map((code) => `${code}.00`));
    const best = new Map<string, PublishedRow>();
    for (const row of rated.filter((one) => codes.has(cell(one, 'O*NET-SOC Code')))) {
      const known = best.get(cell(row, 'Element ID'));
      if (known === undefined || importance(row) > importance(known)) best.set(cell(row, 'Element ID'), row);
    }
    return [...best.values()]
      .sort((a, b) => importance(b) - importance(a) || a.row - b.row)
      .slice(0, perOccupation)
      .map((row) => ({
        id: cell(row, 'Element ID'),
        occupation,
        name: cell(row, 'Element Name'),
        importance: importance(row),
        source: source.id,
        row: row.row,
      }));
  });
}

function importance(row: PublishedRow): number {
  return Number(cell(row, 'Data Value'));
}

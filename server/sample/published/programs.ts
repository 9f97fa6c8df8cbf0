/** Programs in Colorado that lead to the sample's occupations, and the completions of each occupation. */
import type { Observation, Program } from '../../lmi/dataset.ts';
import { observationId } from '../../lmi/observation-id.ts';
import { detailedCodes } from '../../lmi/soc.ts';
import { sampleOccupations } from '../occupations.ts';
import { sampleSources } from '../sources.ts';
import { cell, publishedCsv, publishedSheet } from './published-file.ts';

/** IPEDS award levels up to the bachelor's degree, in words. */
const credentials: Readonly<Record<string, string>> = {
  '20': 'Certificate, under 12 weeks',
  '21': 'Certificate, 12 weeks to 1 year',
  '2': 'Certificate, 1 to 2 years',
  '3': 'Associate degree',
  '4': 'Certificate, 2 to 4 years',
  '5': "Bachelor's degree",
};

const period = '2023-24';
const listedPerOccupation = 8;

export interface MatchedProgram extends Program {
  completions: number;
}

/** `matched`: every program with completions; `listed`: the largest of each occupation, which a room can look through. */
export async function programs(): Promise<{ matched: MatchedProgram[]; listed: Program[] }> {
  const leadsTo = await occupationsByCip();
  const titles = new Map(publishedCsv('nces_CIPCode2020.csv').map((row) => [cell(row, 'CIPCode'), cell(row, 'CIPTitle')]));
  const institutions = new Map(publishedCsv('ipeds_hd2024_colorado.csv').map((row) => [cell(row, 'UNITID'), row]));
  const matched = publishedCsv(sampleSources.completions.file).flatMap((row): MatchedProgram[] => {
    const cip = cell(row, 'CIPCODE');
    const credential = credentials[cell(row, 'AWLEVEL')];
    const institution = institutions.get(cell(row, 'UNITID'));
    const completions = Number(cell(row, 'CTOTALT'));
    const occupations = leadsTo.get(cip);
    if (!occupations || !credential || !institution || completions === 0 || cell(row, 'MAJORNUM') !== '1') return [];
    return [
      {
        id: `ipeds-${cell(row, 'UNITID')}-${cip}-${cell(row, 'AWLEVEL')}`,
        cip,
        title: (titles.get(cip) ?? cip).replace(/\.$/, ''),
        provider: cell(institution, 'INSTNM'),
        city: cell(institution, 'CITY'),
        credential,
        occupations,
        completions,
        completionsPeriod: period,
        capacity: null,
        source: sampleSources.completions.id,
        row: row.row,
      },
    ];
  });
  return { matched, listed: largestOfEach(matched) };
}

async function occupationsByCip(): Promise<Map<string, string[]>> {
  const leadsTo = new Map<string, string[]>();
  const rows = await publishedSheet('nces_cip2020_soc2018_crosswalk.xlsx', 'CIP-SOC');
  for (const occupation of sampleOccupations) {
    const codes = detailedCodes(occupation);
    for (const row of rows.filter((one) => codes.includes(cell(one, 'SOC2018Code')))) {
      const known = leadsTo.get(cell(row, 'CIP2020Code')) ?? [];
      if (!known.includes(occupation)) leadsTo.set(cell(row, 'CIP2020Code'), [...known, occupation]);
    }
  }
  return leadsTo;
}

function largestOfEach(matched: readonly MatchedProgram[]): Program[] {
  const chosen = new Set(
    sampleOccupations.flatMap((occupation) =>
      matched
        .filter((program) => program.occupations.includes(occupation))
        .sort((a, b) => b.completions - a.completions || (a.row ?? 0) - (b.row ?? 0))
        .slice(0, listedPerOccupation),
    ),
  );
  return matched.filter((program) => chosen.has(program));
}

/** The raw text is the sum as it was made, in the order of the file's rows. */
export function completionFigures(matched: readonly MatchedProgram[]): Observation[] {
  return sampleOccupations.flatMap((occupation) => {
    const counts = matched.filter((program) => program.occupations.includes(occupation)).map((program) => program.completions);
    if (counts.length === 0) return [];
    const figure = {
      occupation,
      area: 'Colorado',
      measure: 'completions',
      period,
      unit: 'completers_per_year',
      value: counts.reduce((sum, count) => sum + count, 0),
      text: null,
      flag: null,
      lowerBound: null,
      raw: counts.join(' + '),
      source: sampleSources.completions.id,
      row: null,
      column: 'CTOTALT',
    } as const;
    return [{ id: observationId(figure), ...figure }];
  });
}

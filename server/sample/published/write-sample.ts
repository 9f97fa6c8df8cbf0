/** Writes sample.json from the published files. Run by hand: node server/sample/published/write-sample.ts */
import { writeFileSync } from 'node:fs';
import type { Observation, Occupation, Program, Skill } from '../../lmi/dataset.ts';
import { loadCodeList } from '../code-list.ts';
import { householdFigures, jobZones, wageFigures } from './figures.ts';
import { completionFigures, programs } from './programs.ts';
import { projections } from './projections.ts';
import { skills } from './skills.ts';

const projected = await projections(loadCodeList());
const trained = await programs();
const observations: Observation[] = [
  ...projected.observations,
  ...(await wageFigures()),
  ...(await jobZones()),
  ...(await householdFigures(projected.occupations)),
  ...completionFigures(trained.matched),
].sort((a, b) => (a.occupation < b.occupation ? -1 : a.occupation > b.occupation ? 1 : 0));

function lines(name: string, rows: readonly (Observation | Occupation | Program | Skill)[]): string {
  return `"${name}": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}

const parts = [
  lines('occupations', projected.occupations),
  lines('observations', observations),
  lines('skills', await skills()),
  lines('programs', trained.listed),
];
writeFileSync(new URL('../sample.json', import.meta.url), `{\n${parts.join(',\n')}\n}\n`);

/** A6: the dataset that the tables were written from, the same in every byte. */
import type { DraftPathway } from '../pathway.ts';
import { dataset } from '../dataset.ts';
import type { Dataset } from '../dataset.ts';
import type { BundleIdentity } from './bundle-identity.ts';
import { aroundFromRows } from './around-rows.ts';
import type { Row } from './table.ts';

/** Throws a ZodError when the rows do not make a dataset. */
export function datasetFromRows(identity: BundleIdentity['dataset'], rows: Record<string, Row[]>): Dataset {
  const of = (name: string) => rows[name] ?? [];
  return dataset.parse({
    ...identity,
    sources: of('sources').map(sourceOf),
    occupations: of('occupations')
      .filter((row) => row['in_dataset'] === true)
      .map(occupationOf),
    observations: of('observations').map(observationOf),
    skills: of('skills').map(skillOf),
    programs: of('programs').map(programOf),
    pathways: pathwaysOf(of('pathways'), of('pathway_steps'), of('pathway_transitions')),
    ...aroundFromRows(rows),
  });
}

/** A field that may be absent is absent where its cell is empty. */
function known(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

const sourceOf = (row: Row) => ({
  id: row['source_id'],
  title: row['title'],
  publisher: row['publisher'],
  release: row['release'],
  file: row['file'],
  licence: row['licence'],
  url: row['url'],
  retrievedAt: row['retrieved_at'],
  ...known({ sha256: row['sha256'], profile: row['profile'] }),
});

const occupationOf = (row: Row) => ({
  code: row['occupation_code'],
  system: row['code_system'],
  level: row['code_level'],
  title: row['title'],
  aliases: row['aliases'],
  ...known({ description: row['description'] }),
});

const observationOf = (row: Row) => ({
  id: row['observation_id'],
  occupation: row['occupation_code'],
  area: row['area'],
  measure: row['measure'],
  period: row['period'],
  unit: row['unit'],
  value: row['value'],
  text: row['text'],
  flag: row['flag'],
  lowerBound: row['lower_bound'],
  raw: row['raw'],
  source: row['source'],
  row: row['source_row'],
  column: row['source_column'],
});

const skillOf = (row: Row) => ({
  id: row['skill_id'],
  occupation: row['occupation_code'],
  name: row['name'],
  importance: row['importance'],
  ...known({ level: row['level'], isImprecise: row['is_imprecise'] }),
  source: row['source'],
  row: row['source_row'],
});

const programOf = (row: Row) => ({
  id: row['program_id'],
  cip: row['cip_code'],
  title: row['title'],
  provider: row['provider'],
  city: row['city'],
  credential: row['credential'],
  occupations: row['occupation_codes'],
  completions: row['completions'],
  completionsPeriod: row['completions_period'],
  capacity: row['capacity'],
  ...known({
    system: row['code_system'],
    providerId: row['provider_id'],
    capacityPeriod: row['capacity_period'],
  }),
  source: row['source'],
  row: row['source_row'],
});

/** Only what the dataset drafted; what the room added is in the adjustments. */
function pathwaysOf(pathways: Row[], steps: Row[], transitions: Row[]): DraftPathway[] {
  const drafted = (rows: Row[], code: unknown) =>
    rows.filter((row) => row['occupation_code'] === code && row['origin'] === 'draft');
  return pathways
    .filter((row) => row['pathway_id'] !== null)
    .map((row) => ({
      id: row['pathway_id'],
      occupation: row['occupation_code'],
      title: row['title'],
      note: row['note'],
      steps: drafted(steps, row['occupation_code']).map(stepOf),
      transitions: drafted(transitions, row['occupation_code']).map(transitionOf),
    })) as DraftPathway[];
}

const stepOf = (row: Row) => ({
  id: row['step_id'],
  kind: row['kind'],
  label: row['label'],
  code: row['code'],
  side: row['side'],
  level: row['level'],
  row: row['row'],
});

const transitionOf = (row: Row) => ({
  id: row['transition_id'],
  from: row['from_step_id'],
  to: row['to_step_id'],
  kind: row['kind'],
  months: row['months'],
});

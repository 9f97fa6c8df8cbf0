/**
 * Joins programs to occupations through the CIP-SOC crosswalk, and gives them the titles and providers that other files name.
 * The crosswalk is many-to-many: the completions of an occupation count people who are counted for others as well, and the
 * measure says so. A code BLS uses for several occupations takes the programs of all of them.
 */
import type { Dataset, Measure, Observation, Program } from './dataset.ts';
import { measures } from './measures.ts';
import { observationId } from './observation-id.ts';
import { detailedCodes } from './soc.ts';
import { stateName } from './state-name.ts';

/** The same dataset where nothing can be joined. What came as a selection, from no file of ours, keeps its own joins and sums. */
export function connectSupply(dataset: Dataset): Dataset {
  const whole = new Set(dataset.sources.filter(({ profile }) => profile !== undefined).map(({ id }) => id));
  const isWhole = ({ source }: Program): boolean => whole.has(source);
  if (!dataset.programs.some(isWhole)) return dataset;
  const connected = connectPrograms(dataset);
  const programs = dataset.programs.map((program, place) =>
    isWhole(program) ? (connected[place] ?? program) : program,
  );
  const area = areaOf(dataset);
  const derived =
    dataset.crosswalk.length === 0
      ? []
      : supplyFigures({ ...dataset, programs: programs.filter(isWhole) }, area);
  const ids = new Set(derived.map(({ id }) => id));
  return {
    ...dataset,
    programs,
    observations: [...dataset.observations.filter(({ id }) => !ids.has(id)), ...derived],
  };
}

function connectPrograms({ programs, fieldsOfStudy, providers, crosswalk, occupations }: Dataset): Program[] {
  const titles = new Map(fieldsOfStudy.map(({ cip, title }) => [cip, title]));
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  const partsOf = new Map<string, string[]>();
  for (const { code } of occupations)
    for (const part of detailedCodes(code)) partsOf.set(part, [...(partsOf.get(part) ?? []), code]);
  const leadsTo = new Map<string, Set<string>>();
  for (const { cip, occupation } of crosswalk) {
    const codes = leadsTo.get(cip) ?? new Set();
    leadsTo.set(cip, codes);
    for (const code of partsOf.get(occupation) ?? []) codes.add(code);
  }
  return programs.map((program) => {
    const provider = program.providerId === undefined ? undefined : byId.get(program.providerId);
    return {
      ...program,
      title: program.title === program.cip ? (titles.get(program.cip) ?? program.title) : program.title,
      ...(provider ? { provider: provider.name, city: provider.city } : {}),
      occupations: crosswalk.length === 0 ? program.occupations : [...(leadsTo.get(program.cip) ?? [])],
    };
  });
}

/** The providers' state where it is one; otherwise the dataset's own area. */
function areaOf({ providers, programs, area }: Dataset): string {
  const used = new Set(programs.map(({ providerId }) => providerId));
  const states = new Set(providers.filter(({ id }) => used.has(id)).map(({ state }) => state));
  const [only] = states;
  return states.size === 1 && only ? stateName(only) : area;
}

function supplyFigures(dataset: Dataset, area: string): Observation[] {
  const byOccupation = new Map<string, Program[]>();
  for (const program of dataset.programs)
    for (const code of program.occupations)
      byOccupation.set(code, [...(byOccupation.get(code) ?? []), program]);
  return [...byOccupation].flatMap(([occupation, programs]) => [
    ...sums(occupation, area, 'completions', programs, ({ completions }) => completions),
    ...sums(occupation, area, 'capacity', programs, ({ capacity }) => capacity),
  ]);
}

/** One figure for each source and period. The raw text is the sum as it was made, in the order of the file. */
function sums(
  occupation: string,
  area: string,
  measure: Measure & ('completions' | 'capacity'),
  programs: readonly Program[],
  count: (program: Program) => number | null,
): Observation[] {
  const periodOf = (program: Program) =>
    measure === 'capacity' ? program.capacityPeriod : program.completionsPeriod;
  const counted = programs.filter((program) => count(program) !== null && periodOf(program));
  const groups = Map.groupBy(counted, (program) => `${program.source}|${periodOf(program)}`);
  return [...groups.values()].map((group) => {
    const numbers = group.map((program) => count(program) ?? 0).filter((number) => number > 0);
    const figure = {
      occupation,
      area,
      measure,
      period: periodOf(group[0] as Program) ?? '',
      unit: measures[measure].unit,
      value: numbers.reduce((sum, number) => sum + number, 0),
      text: null,
      flag: null,
      lowerBound: null,
      raw: numbers.join(' + ') || '0',
      source: group[0]?.source ?? '',
      row: null,
      column: null,
    };
    return { id: observationId(figure), ...figure };
  });
}

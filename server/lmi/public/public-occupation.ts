/** An occupation as anyone may read it, put together field by field from a revision and its dataset (R7). */
import * as z from 'zod';
import type { Dataset, Occupation, Program } from '../dataset.ts';
import type { OccupationState } from '../effective-state.ts';
import { measureOrder } from '../measures.ts';
import { backing } from './backing.ts';
import type { Backing } from './backing.ts';
import type { OccupationSupply, SupplyReader } from '../supply.ts';
import { edition, publicSource } from './edition.ts';
import type { Edition } from './edition.ts';
import { publicFigure, publicFigureOf } from './public-figure.ts';

const publicGap = z.strictObject({
  label: z.string(),
  rank: z.number().int().nullable(),
  /** Mean over firms: rarely 0, sometimes 1, often 2, almost always 3. */
  frequency: z.number().nullable(),
  /** Share of firms that need it on day one, 0 to 1. */
  dayOne: z.number().nullable(),
  backing: backing.nullable(),
});

const publicProgram = z.strictObject({
  id: z.string(),
  cip: z.string(),
  title: z.string(),
  provider: z.string(),
  city: z.string().nullable(),
  credential: z.string(),
  completions: z.number().int().nullable(),
  completionsPeriod: z.string().nullable(),
  capacity: z.number().int().nullable(),
  /** How many occupations it leads to, by the crosswalk where there is one: a completer is counted for each of them. */
  leadsTo: z.number().int(),
  source: z.string(),
  /** Employers prefer it. */
  preferred: backing.nullable(),
});
export type PublicProgram = z.infer<typeof publicProgram>;

/** What the programs that lead to it deliver; never a sum of people without saying who is counted elsewhere as well. */
const publicSupply = z.strictObject({
  completions: z.number().int().nullable(),
  completionPeriods: z.array(z.string()),
  /** Of the completions, those of programs that lead to other occupations too. */
  shared: z.number().int(),
  /** Some of these occupations, the ones that share most completers first. */
  sharedWith: z.array(z.strictObject({ code: z.string(), title: z.string() })),
  /** How many of them are not named. */
  sharedWithMore: z.number().int(),
  capacity: z.number().int().nullable(),
  capacityPeriods: z.array(z.string()),
  /** The codes that a code for several occupations was joined by. */
  joinedBy: z.array(z.string()),
  sources: z.array(z.string()),
});
export type PublicSupply = z.infer<typeof publicSupply>;

export const publicOccupation = z.strictObject({
  code: z.string(),
  system: z.string(),
  /** A code that stands for several together (31-1120), which other tables may not know. */
  isHybrid: z.boolean(),
  title: z.string(),
  aliases: z.array(z.string()),
  sector: z.string(),
  critical: z.strictObject({ rank: z.number().int().nullable(), backing: backing.nullable() }).nullable(),
  figures: z.array(publicFigure),
  gaps: z.array(publicGap),
  skills: z.array(
    z.strictObject({ name: z.string(), importance: z.number().nullable(), source: z.string() }),
  ),
  programs: z.array(publicProgram),
  /** Null where no program leads to it. */
  supply: publicSupply.nullable(),
  hasPathway: z.boolean(),
  sources: z.array(publicSource),
  edition,
});
export type PublicOccupation = z.infer<typeof publicOccupation>;

export interface OccupationParts {
  dataset: Dataset;
  edition: Edition;
  behind: ReadonlyMap<string, Backing>;
  sector: string;
  hasPathway: boolean;
  supply: SupplyReader;
  skills: Dataset['skills'];
  /** Program id -> who prefers it. */
  preferred: ReadonlyMap<string, Backing>;
}

export function publicOccupationOf(
  code: string,
  listed: Occupation | undefined,
  state: OccupationState,
  parts: OccupationParts,
): PublicOccupation {
  const { dataset, behind, preferred, skills } = parts;
  const supply = parts.supply.of(code);
  const { programs } = supply;
  const order: readonly string[] = measureOrder;
  const figures = Object.entries(state.figures)
    .map(([id, figure]) => publicFigureOf(id, figure, behind))
    .sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure) || (a.id < b.id ? -1 : 1));
  const used = new Set([...figures, ...skills].map(({ source }) => source).concat(supply.sources));
  const backingBy = (id: string): Backing | null => behind.get(id) ?? null;
  return {
    code,
    system: listed?.system ?? 'SOC2018',
    isHybrid: listed?.level === 'bls_hybrid',
    title: state.title,
    aliases: (listed?.aliases ?? []).filter((alias) => alias.trim() !== ''),
    sector: parts.sector,
    critical: state.critical && {
      rank: state.critical.rank,
      backing: backingBy(state.critical.adjustment),
    },
    figures,
    gaps: Object.values(state.gaps)
      .map(({ label, decided, rank, frequency, dayOne, adjustment }) => ({
        label: decided !== null && !/^-?\d+$/.test(decided) ? decided : label,
        rank,
        frequency,
        dayOne,
        backing: backingBy(adjustment),
      }))
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.label.localeCompare(b.label, 'en')),
    skills: [...skills]
      .sort((a, b) => (b.importance ?? 0) - (a.importance ?? 0))
      .map(({ name, importance, source }) => ({ name, importance, source })),
    programs: programs
      .map((program) =>
        programOf(program, preferred.get(program.id) ?? null, parts.supply.others(program, code).length + 1),
      )
      .sort(
        (a, b) =>
          Number(b.preferred !== null) - Number(a.preferred !== null) ||
          (b.completions ?? 0) - (a.completions ?? 0) ||
          (a.id < b.id ? -1 : 1),
      ),
    supply: programs.length === 0 ? null : supplyShown(supply, parts.supply),
    hasPathway: parts.hasPathway,
    sources: dataset.sources
      .filter(({ id }) => used.has(id))
      .map(({ id, title, publisher, release, licence, url }) => ({
        id,
        title,
        publisher,
        release,
        licence,
        url,
      })),
    edition: parts.edition,
  };
}

const NAMED = 4;

function supplyShown(supply: OccupationSupply, reader: SupplyReader): PublicSupply {
  const { completions, completionPeriods, capacity, capacityPeriods, joinedBy, sources } = supply;
  const known = supply.sharedWith.flatMap((code) => {
    const title = reader.titleOf(code);
    return title === null ? [] : [{ code, title }];
  });
  const sharedWith = known.slice(0, NAMED);
  return {
    completions,
    completionPeriods,
    shared: supply.sharedCompletions,
    sharedWith,
    sharedWithMore: supply.sharedWith.length - sharedWith.length,
    capacity,
    capacityPeriods,
    joinedBy: [...joinedBy],
    sources,
  };
}

function programOf(program: Program, preferred: Backing | null, leadsTo: number): PublicProgram {
  const { id, cip, title, provider, city, credential, completions, completionsPeriod, capacity, source } =
    program;
  return {
    id,
    cip,
    title,
    provider,
    city,
    credential,
    completions,
    completionsPeriod,
    capacity,
    leadsTo,
    source,
    preferred,
  };
}

/** An occupation as anyone may read it, put together field by field from a revision and its dataset (R7). */
import * as z from 'zod';
import type { Dataset, Occupation, Program } from '../dataset.ts';
import type { OccupationState } from '../effective-state.ts';
import { measureOrder } from '../measures.ts';
import { backing } from './backing.ts';
import type { Backing } from './backing.ts';
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
  /** How many occupations it leads to by the crosswalk: a completer is counted for each of them. */
  leadsTo: z.number().int(),
  source: z.string(),
  /** Employers prefer it. */
  preferred: backing.nullable(),
});
export type PublicProgram = z.infer<typeof publicProgram>;

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
  programs: readonly Program[];
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
  const { dataset, behind, preferred, skills, programs } = parts;
  const order: readonly string[] = measureOrder;
  const figures = Object.entries(state.figures)
    .map(([id, figure]) => publicFigureOf(id, figure, behind))
    .sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure) || (a.id < b.id ? -1 : 1));
  const used = new Set([...figures, ...programs, ...skills].map(({ source }) => source));
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
      .map((program) => programOf(program, preferred.get(program.id) ?? null))
      .sort(
        (a, b) =>
          Number(b.preferred !== null) - Number(a.preferred !== null) ||
          (b.completions ?? 0) - (a.completions ?? 0) ||
          (a.id < b.id ? -1 : 1),
      ),
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

function programOf(program: Program, preferred: Backing | null): PublicProgram {
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
    leadsTo: program.occupations.length,
    source,
    preferred,
  };
}

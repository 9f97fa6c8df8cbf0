/**
 * A dataset release: published figures as they were received, never overwritten (A1).
 * One observation is one figure; a flag says why a figure is missing or only bounded, and is never turned into a number.
 */
import * as z from 'zod';
import { codeSystem, programSystem } from './code-systems.ts';
import { crosswalkPair } from './crosswalk-pair.ts';
import { fieldOfStudy } from './field-of-study.ts';
import { hiringEvent } from './hiring-event.ts';
import { keyedId } from './keyed-id.ts';
import { draftPathway } from './pathway.ts';
import { provider } from './provider.ts';
import { relatedOccupation } from './related-occupation.ts';

export type { CodeSystem } from './code-systems.ts';

/** SOC 2018 detailed, or a code that BLS uses for several SOC codes together (31-1120, 29-2010 ...). */
const codeLevel = z.enum(['detailed', 'bls_hybrid']);

export const measure = z.enum([
  'employment',
  'employment_projected',
  'employment_change',
  'employment_change_percent',
  'openings_annual',
  'openings_total',
  'in_demand',
  'employment_wage_salary',
  'employment_wage_salary_rse',
  'location_quotient',
  'wage_median_annual',
  'wage_mean_annual',
  'wage_p10_annual',
  'wage_p25_annual',
  'wage_p75_annual',
  'wage_p90_annual',
  'wage_median_hourly',
  'wage_mean_hourly',
  'wage_p10_hourly',
  'wage_p25_hourly',
  'wage_p75_hourly',
  'wage_p90_hourly',
  'wage_mean_rse',
  'education_typical',
  'experience_typical',
  'training_typical',
  'job_zone',
  'teer',
  'share_women',
  'share_white',
  'share_black',
  'share_asian',
  'share_hispanic',
  'cps_employment',
  'completions',
  'capacity',
]);
export type Measure = z.infer<typeof measure>;

export const unit = z.enum([
  'persons',
  'persons_per_year',
  'percent',
  'usd_per_year',
  'usd_per_hour',
  'ratio',
  'category',
  'job_zone',
  'teer',
  'completers_per_year',
  'places_per_year',
]);
export type Unit = z.infer<typeof unit>;

/** Why a figure is missing or bounded. Closed list; plain sentences in `flags.ts`. */
export const flag = z.enum([
  'not_available',
  'wage_not_available',
  'top_coded',
  'below_half_percent',
  'base_too_small',
  'not_released',
  'withheld',
]);
export type Flag = z.infer<typeof flag>;

export const source = z.strictObject({
  id: z.string().min(1).max(60),
  title: z.string(),
  publisher: z.string(),
  /** The publisher's own name of the vintage: "2024-34", "May 2024", "30.2". */
  release: z.string(),
  /** File name as received. */
  file: z.string(),
  /** What a reader may do with it: "public domain", "CC BY 4.0". */
  licence: z.string(),
  url: z.string().nullable(),
  retrievedAt: z.string().nullable(),
  /** Hash of the file as received: the same file is known when it comes again. Absent in what was stored before it was kept. */
  sha256: z.string().min(1).optional(),
  /** Source profile that read the file; absent likewise. */
  profile: z.string().min(1).optional(),
});
export type Source = z.infer<typeof source>;

export const observation = z.strictObject({
  /** `${occupation}|${area}|${measure}|${period}|${source}`, as `observationId` writes it. */
  id: keyedId(),
  occupation: keyedId(),
  area: z.string().min(1),
  measure,
  /** "2024", "2024-34", "2024-05", "2022": the reference period in the source's terms. */
  period: z.string().min(1),
  unit,
  /** The figure in `unit` (persons, not thousands); null where the cell holds no number. */
  value: z.number().nullable(),
  /** For `category` figures: the published words. */
  text: z.string().nullable(),
  flag: flag.nullable(),
  /** For `top_coded`: the published lower bound, in `unit`. */
  lowerBound: z.number().nullable(),
  /** The cell as published, untouched. */
  raw: z.string(),
  source: z.string().min(1),
  /** Line (CSV) or row (sheet) in the source file, counted from 1 with the header; null when not from a file. */
  row: z.number().int().positive().nullable(),
  /** Header of the source column. */
  column: z.string().nullable(),
});
export type Observation = z.infer<typeof observation>;

export const occupation = z.strictObject({
  code: keyedId(12),
  system: codeSystem,
  level: codeLevel,
  title: z.string().min(1),
  aliases: z.array(z.string()),
  /** What people in it do, as published. */
  description: z.string().min(1).optional(),
});
export type Occupation = z.infer<typeof occupation>;

export const skill = z.strictObject({
  /** O*NET element id, or a slug for a skill of one's own. */
  id: keyedId(),
  occupation: z.string().min(1),
  name: z.string().min(1),
  /** O*NET importance, 1 to 5; null where not rated. */
  importance: z.number().nullable(),
  /** O*NET level, 0 to 7; absent where not rated or not relevant. */
  level: z.number().optional(),
  /** The publisher advises against relying on the rating (O*NET "Recommend Suppress"). */
  isImprecise: z.boolean().optional(),
  source: z.string().min(1),
  row: z.number().int().positive().nullable(),
});
export type Skill = z.infer<typeof skill>;

export const program = z.strictObject({
  id: z.string().min(1),
  /** Absent in what was stored before it was kept, and CIP2020 then too. */
  system: programSystem.optional(),
  /** CIP 2020, with its leading zeros: a string. */
  cip: z.string().min(1),
  title: z.string().min(1),
  provider: z.string().min(1),
  /** Among the dataset's providers, where the file names it by a number (UNITID). */
  providerId: z.string().min(1).optional(),
  city: z.string().nullable(),
  credential: z.string().min(1),
  /** Occupations it leads to, by the CIP-SOC crosswalk (many-to-many, no weights). */
  occupations: z.array(z.string()),
  completions: z.number().int().nonnegative().nullable(),
  completionsPeriod: z.string().nullable(),
  capacity: z.number().int().nonnegative().nullable(),
  capacityPeriod: z.string().min(1).optional(),
  source: z.string().min(1),
  row: z.number().int().positive().nullable(),
});
export type Program = z.infer<typeof program>;

export const dataset = z.strictObject({
  version: z.literal(1),
  id: z.string().min(1),
  title: z.string().min(1),
  /** A person's name for this release: "BLS projections 2024-34". */
  release: z.string().min(1),
  area: z.string().min(1),
  createdAt: z.string(),
  /** Id of the release this one was made from, or is the next of; null for the first. */
  follows: z.string().nullable().default(null),
  sources: z.array(source),
  occupations: z.array(occupation),
  observations: z.array(observation),
  skills: z.array(skill),
  programs: z.array(program),
  pathways: z.array(draftPathway),
  relatedOccupations: z.array(relatedOccupation).default([]),
  fieldsOfStudy: z.array(fieldOfStudy).default([]),
  providers: z.array(provider).default([]),
  crosswalk: z.array(crosswalkPair).default([]),
  hiringEvents: z.array(hiringEvent).default([]),
});
export type Dataset = z.infer<typeof dataset>;

/** An occupation in a list: the few facts that say whether to read on. */
import * as z from 'zod';
import { leading } from './catalogue.ts';
import { backing } from './backing.ts';
import type { PublicFigure } from './public-figure.ts';
import type { PublicOccupation } from './public-occupation.ts';

const short = z
  .strictObject({
    words: z.string(),
    period: z.string(),
    area: z.string(),
    isFlagged: z.boolean(),
    validated: z.string().nullable(),
  })
  .nullable();

export const occupationCard = z.strictObject({
  code: z.string(),
  title: z.string(),
  sector: z.string(),
  rank: z.number().int().nullable(),
  isCritical: z.boolean(),
  criticalBacking: backing.nullable(),
  openings: short,
  wage: short,
  education: short,
  /** How many figures and skill gaps employers have ruled on. */
  validatedFigures: z.number().int(),
  gaps: z.array(z.string()),
  hasPathway: z.boolean(),
  /** The other name by which a search found it. */
  via: z.string().nullable(),
});
export type OccupationCard = z.infer<typeof occupationCard>;

const GAPS_SHOWN = 3;

export function cardOf(occupation: PublicOccupation, via: string | null = null): OccupationCard {
  const { code, title, sector, critical, figures, gaps, hasPathway } = occupation;
  return {
    code,
    title,
    sector,
    rank: critical?.rank ?? null,
    isCritical: critical !== null,
    criticalBacking: critical?.backing ?? null,
    openings: shortOf(leading(occupation, 'openings_annual')),
    wage: shortOf(leading(occupation, 'wage_median_annual')),
    education: shortOf(leading(occupation, 'education_typical')),
    validatedFigures: figures.filter(({ validated }) => validated !== null).length,
    gaps: gaps.slice(0, GAPS_SHOWN).map(({ label }) => label),
    hasPathway,
    via,
  };
}

function shortOf(figure: PublicFigure | null): z.infer<typeof short> {
  return (
    figure && {
      words: figure.published.words,
      period: figure.period,
      area: figure.area,
      isFlagged: figure.published.flag !== null,
      validated: figure.validated && (figure.validated.words ?? figure.validated.direction),
    }
  );
}

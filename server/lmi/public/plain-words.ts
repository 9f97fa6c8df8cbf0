/** An occupation in a few plain sentences. Each says what is published; what employers say follows it, never instead of it (A1). */
import type { Backing } from './backing.ts';
import { leading } from './catalogue.ts';
import type { PublicFigure } from './public-figure.ts';
import type { PublicOccupation } from './public-occupation.ts';

const said: Record<string, string> = {
  about_right: 'about right',
  too_low: 'too low',
  too_high: 'too high',
  no_majority: 'no majority',
};

const saidOfLevel: Record<string, string> = {
  ...said,
  too_low: 'asks for too little',
  too_high: 'asks for too much',
};

/** "too low; 9,500 a year": what employers say of a figure; null where they did not look at it. */
export function employersWords({ measure, validated }: PublicFigure): string | null {
  if (!validated) return null;
  const words = measure.endsWith('_typical') ? saidOfLevel : said;
  const { direction, words: value } = validated;
  return [direction === null ? '' : (words[direction] ?? direction), value ?? ''].filter(Boolean).join('; ');
}

/** "9 of 14 employers, 2 could not say, below quorum" (V3). */
export function backingWords({ firms, of, cannotSay, round, belowQuorum }: Backing): string {
  const parts = [`${firms} of ${of} ${of === 1 ? 'employer' : 'employers'}`];
  if (cannotSay > 0) parts.push(`${cannotSay} could not say`);
  if (round > 1) parts.push(`round ${round}`);
  if (belowQuorum) parts.push('below quorum');
  return parts.join(', ');
}

/** The mean of rarely 0, sometimes 1, often 2, almost always 3 as the word it is nearest to. */
export function lackingWords(frequency: number | null): string {
  if (frequency === null) return 'not said';
  return (
    ['rarely', 'sometimes', 'often', 'almost always'][Math.min(3, Math.max(0, Math.round(frequency)))] ?? ''
  );
}

export function plainSentences(occupation: PublicOccupation): string[] {
  const { critical, gaps, programs, edition } = occupation;
  const training = leading(occupation, 'training_typical');
  const sentences = [
    critical &&
      `Employers call it critical${critical.rank === null ? '' : ` (no. ${critical.rank} on their list)`}: it would hurt them most if nobody could be found.`,
    openings(leading(occupation, 'openings_annual')),
    wage(leading(occupation, 'wage_median_annual')),
    level(leading(occupation, 'education_typical'), 'Most people get in with'),
    training?.published.words === 'None' && !training.validated
      ? null
      : level(training, 'Once hired, people usually need'),
    gaps.length > 0 &&
      `Employers say that entrants often lack: ${gaps
        .slice(0, 3)
        .map(({ label }) => label)
        .join(', ')}.`,
    programs.length > 0 &&
      `${programs.length === 1 ? 'One program leads' : `${programs.length} programs lead`} to it in ${edition.dataset.area}.`,
  ];
  return sentences.filter((each) => typeof each === 'string');
}

const where = ({ area, period }: PublicFigure): string => `${area}, ${period}`;

function theirs(figure: PublicFigure): string {
  const words = employersWords(figure);
  return words === null || !figure.validated
    ? ''
    : ` Employers say: ${words} (${backingWords(figure.validated.backing)}).`;
}

function openings(figure: PublicFigure | null): string | null {
  if (!figure) return null;
  const { flag, words } = figure.published;
  const sentence =
    flag === null
      ? `About ${words.replace(' a year', '')} people a year are needed (published for ${where(figure)}).`
      : `How many people are needed a year: ${words} (${where(figure)}).`;
  return sentence + theirs(figure);
}

function wage(figure: PublicFigure | null): string | null {
  if (!figure) return null;
  const { flag, words } = figure.published;
  if (flag === 'top_coded')
    return `Half of the people in it earn ${words} or more (published, ${where(figure)}).`;
  return flag === null
    ? `Half of the people in it earn more than ${words} (published, ${where(figure)}).`
    : `Pay: ${words} (${where(figure)}).`;
}

function level(figure: PublicFigure | null, lead: string): string | null {
  return figure && `${lead}: ${figure.published.words} (published, ${where(figure)}).${theirs(figure)}`;
}

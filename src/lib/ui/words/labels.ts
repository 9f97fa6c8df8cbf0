/** The words of every closed list, in one place, so that all faces say the same and languages can come later. */
import type { Frequency, Mark, Opinion, ReasonId } from '#lib/protocol/answers.ts';
import type { EntryKind } from '#lib/protocol/entries.ts';
import type { PhaseName, PhaseStatus } from '#lib/protocol/guide.ts';
import type { StepKind, StepSide, TransitionKind } from '#lib/protocol/map-change.ts';
import type { SizeBand } from '#lib/protocol/people.ts';
import type { Stage } from '#lib/protocol/roles.ts';

export const verdictWords: Record<'validated' | 'contested' | 'undecided', string> = {
  validated: 'validated',
  contested: 'contested',
  undecided: 'undecided',
};

export const markWords: Record<Mark, string> = {
  about_right: 'About right',
  too_low: 'Too low',
  too_high: 'Too high',
  cannot_say: 'Cannot say',
};

export const directionWords: Record<
  'about_right' | 'too_low' | 'too_high' | 'no_majority' | 'nobody',
  string
> = {
  about_right: 'about right',
  too_low: 'too low',
  too_high: 'too high',
  no_majority: 'no majority',
  nobody: 'nobody could say',
};

/** For figures in words (education, training, experience) "low" and "high" would mislead. */
export const categoryMarkWords: Record<Mark, string> = {
  about_right: 'About right',
  too_low: 'Asks for too little',
  too_high: 'Asks for too much',
  cannot_say: 'Cannot say',
};

export const reasonWords: Record<ReasonId, string> = {
  hard_to_fill: 'Hard to fill',
  many_openings: 'Many openings',
  retirements: 'Retirements',
  turnover: 'Turnover',
  licence_or_safety: 'Licence or safety',
  gateway: 'Gateway to other jobs',
};

export const frequencyWords: Record<Frequency, string> = {
  rarely: 'Rarely',
  sometimes: 'Sometimes',
  often: 'Often',
  almost_always: 'Almost always',
  cannot_say: 'Cannot say',
};

export const opinionWords: Record<Opinion, string> = {
  agree: 'Agree',
  disagree: 'Disagree',
  cannot_say: 'Cannot say',
};

export const sizeBandWords: Record<SizeBand, string> = {
  '1-9': '1 to 9 people',
  '10-49': '10 to 49 people',
  '50-249': '50 to 249 people',
  '250-999': '250 to 999 people',
  '1000+': '1,000 people or more',
};

export const preferenceWords: Record<'program' | 'talent' | 'practice', string> = {
  program: 'Programs',
  talent: 'Sources of talent',
  practice: 'Recruitment practices',
};

export const stepKindWords: Record<StepKind, string> = {
  occupation: 'Occupation',
  credential: 'Credential',
  program: 'Program',
  experience: 'Experience',
};

export const stepSideWords: Record<StepSide, string> = {
  into: 'On the way in',
  focus: 'The occupation',
  out: 'On the way out',
};

export const transitionKindWords: Record<TransitionKind, string> = {
  entry: 'Entry',
  advance: 'Advance',
  lateral: 'Sideways',
  exit: 'Exit',
};

export const entryKindWords: Record<EntryKind, string> = {
  nomination: 'Nomination',
  gap: 'Skill gap',
  comment: 'Comment',
  theme: 'Theme',
  program: 'Program',
  talent: 'Source of talent',
  practice: 'Recruitment practice',
  category: 'Category',
};

export const phaseWords: Record<PhaseName, string> = {
  join: 'Welcome',
  mark: 'Mark the figures',
  nominate: 'Nominate',
  choose: 'Choose',
  ties: 'Break the tie',
  group: 'Group',
  tap: 'Say why',
  rate: 'Rate the gaps',
  order: 'Put in order',
  map: 'Draw the map',
  vote: 'Validate',
  tell: 'Tell',
  offer: 'Commit',
  survey: 'Close',
};

export const phaseStatusWords: Record<PhaseStatus, string> = {
  upcoming: 'not open yet',
  open: 'open',
  closed: 'closed',
  revealed: 'revealed',
};

export const stageWords: Record<Stage, string> = {
  draft: 'draft',
  open: 'open',
  running: 'running',
  closed: 'closed',
  review: 'in review',
  published: 'published',
};

/** "6 months", "2 years", "1 year 6 months". */
export function monthsWords(months: number | null): string | null {
  if (months === null) return null;
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const yearWords = years === 0 ? '' : years === 1 ? '1 year' : `${years} years`;
  const restWords = rest === 0 && years > 0 ? '' : rest === 1 ? '1 month' : `${rest} months`;
  return [yearWords, restWords].filter(Boolean).join(' ');
}

/** What a number is counted in, beside a field to type it. */
export function unitWords(unit: string): string {
  const words: Record<string, string> = {
    persons: 'people',
    persons_per_year: 'a year',
    percent: '%',
    usd_per_year: 'dollars a year',
    completers_per_year: 'completers a year',
    places_per_year: 'places a year',
  };
  return words[unit] ?? '';
}

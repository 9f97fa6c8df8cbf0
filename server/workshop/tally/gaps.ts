/** Skill gaps: how often each is lacking and whether it is needed on day one, by firm; merged gaps count as one. */
import type { Frequency } from '../../../src/lib/protocol/answers.ts';
import { mergedId, visibleEntries } from '../entries.ts';
import { focusOccupations, optionOf, titleOf } from '../options.ts';
import { personOf } from '../firms.ts';
import type { RoundState, StoredAnswer, WorkshopState } from '../state.ts';
import { answersByPerson, byFirm, majority } from './firm-vote.ts';

/** Known skills offered per occupation, most important first. */
const KNOWN_SKILLS = 8;
const WEIGHT: Record<Exclude<Frequency, 'cannot_say'>, number> = {
  rarely: 0,
  sometimes: 1,
  often: 2,
  almost_always: 3,
};

export interface Gap {
  id: string;
  occupation: string;
  label: string;
  /** From the dataset's skills. */
  known: boolean;
  /** Brought by the room. */
  added: boolean;
  skill: string | null;
}

type Skills = readonly WorkshopState['deck']['cards'][string]['skills'][number][];

const knownGapId = (occupation: string, skill: string): string => `known:${occupation}:${skill}`;

/** What can be rated: the occupation's known skills and what the room added; never what was merged or hidden. */
export function gapList(state: WorkshopState): Gap[] {
  return focusOccupations(state).flatMap((occupation) => {
    const known = mostImportant(state.deck.cards[occupation]?.skills ?? []).map((skill) => ({
      id: knownGapId(occupation, skill.id),
      occupation,
      label: skill.name,
      known: true,
      added: false,
      skill: skill.id,
    }));
    const added = visibleEntries(state, 'gap')
      .filter((entry) => entry.occupation !== null && optionOf(state, entry.occupation) === occupation)
      .map((entry) => ({
        id: entry.id,
        occupation,
        label: entry.label,
        known: false,
        added: true,
        skill: entry.code,
      }));
    return [...known, ...added];
  });
}

const sorted = new WeakMap<Skills, Skills>();

/** Sorted once a card: every answer asks for it, and a deck is replaced, never changed (B1). */
function mostImportant(skills: Skills): Skills {
  const known = sorted.get(skills);
  if (known) return known;
  const first = [...skills]
    .sort((a, b) => (b.importance ?? 0) - (a.importance ?? 0) || a.name.localeCompare(b.name, 'en'))
    .slice(0, KNOWN_SKILLS);
  sorted.set(skills, first);
  return first;
}

export interface GapTally extends Gap {
  firms: number;
  people: number;
  cannotSay: number;
  frequency: number | null;
  dayOne: number | null;
  /** Firms that say it is lacking often or almost always. */
  often: number;
  occupationTitle: string;
  rank: number;
}

export function gapTallies(state: WorkshopState, round: RoundState): GapTally[] {
  const merged = mergeAnswers(state, round);
  const tallies = gapList(state).map((gap) => tallyGap(state, { ...round, answers: merged }, gap));
  return tallies
    .map((tally) => ({ ...tally, rank: rankWithin(tallies, tally) }))
    .sort(
      (a, b) =>
        a.occupation.localeCompare(b.occupation, 'en') ||
        a.rank - b.rank ||
        a.label.localeCompare(b.label, 'en'),
    );
}

function tallyGap(state: WorkshopState, round: RoundState, gap: Gap): Omit<GapTally, 'rank'> {
  const answers = answersByPerson(state, round, `gap/${gap.id}`, 'gap');
  const firms = [...byFirm(state, answers).values()];
  const said = firms
    .map((people) => majority(people.map((answer) => answer.frequency)) ?? 'cannot_say')
    .filter((value) => value !== 'cannot_say');
  const dayOne = firms
    .map((people) => majority(people.map((answer) => answer.dayOne)))
    .filter((value) => value !== null);
  return {
    ...gap,
    occupationTitle: titleOf(state, gap.occupation),
    firms: firms.length,
    people: answers.size,
    cannotSay: firms.length - said.length,
    frequency: said.length === 0 ? null : said.reduce((sum, value) => sum + WEIGHT[value], 0) / said.length,
    dayOne: dayOne.length === 0 ? null : dayOne.filter(Boolean).length / dayOne.length,
    often: said.filter((value) => WEIGHT[value] >= 2).length,
  };
}

/** Most often lacking first, then most needed on day one; what nobody rated comes last. */
function rankWithin(tallies: readonly Omit<GapTally, 'rank'>[], tally: Omit<GapTally, 'rank'>): number {
  const weight = (gap: Omit<GapTally, 'rank'>): number => (gap.frequency ?? -1) * 10 + (gap.dayOne ?? 0);
  return (
    tallies.filter((other) => other.occupation === tally.occupation && weight(other) > weight(tally)).length +
    1
  );
}

/** Answers to merged gaps count for the one they were merged into, unless the person answered that one too. */
function mergeAnswers(state: WorkshopState, round: RoundState): RoundState['answers'] {
  const result: RoundState['answers'] = {};
  const questions = Object.keys(round.answers).filter((question) => question.startsWith('gap/'));
  const own = questions.filter((question) => mergedId(state, question.slice(4)) === question.slice(4));
  for (const question of [...questions.filter((question) => !own.includes(question)), ...own]) {
    const into = `gap/${mergedId(state, question.slice(4))}`;
    const target: Record<string, StoredAnswer> = (result[into] ??= {});
    for (const [participant, stored] of Object.entries(round.answers[question] ?? {}))
      if (personOf(state, participant)) target[participant] = stored;
  }
  return result;
}

/** Skill gaps: how often each is lacking, on day one or not, and its rank; what the facilitator merged counts as one. */
import { differences } from './compare.ts';
import type { Expected } from './compare.ts';
import { byFirm, lastSaid, most } from './heard.ts';
import type { Voice } from './heard.ts';
import type { Source } from './source.ts';

interface Rated {
  frequency: string;
  dayOne: boolean | null;
}
interface Counted {
  firms: number;
  people: number;
  cannotSay: number;
  often: number;
  frequency: number | null;
  dayOne: number | null;
}

const OFTEN: Readonly<Record<string, number>> = { rarely: 0, sometimes: 1, often: 2, almost_always: 3 };
const UNRATED: Counted = { firms: 0, people: 0, cannotSay: 0, often: 0, frequency: null, dayOne: null };
const isRated = (value: unknown): value is Rated =>
  typeof value === 'object' && value !== null && 'frequency' in value;

export function recountGaps(source: Source): string[] {
  const { published } = source;
  const counted = new Map([...mergedVoices(source)].map(([target, voices]) => [target, count(voices)]));
  const rows = published.rows('skill_gaps');
  const all = rows.map((row) => {
    const occupation = row['occupation_code'] ?? '';
    const target = `${occupation}/${row['gap_id'] ?? ''}`;
    return { occupation, target, weight: weightOf(counted.get(target) ?? UNRATED) };
  });
  const rank = (target: string): number => {
    const mine = all.find((one) => one.target === target);
    return all.filter((one) => one.occupation === mine?.occupation && one.weight > mine.weight).length + 1;
  };
  const targets = [...new Set([...counted.keys(), ...all.map(({ target }) => target)])];
  const rowOf = (target: string): Expected => {
    const { firms, people, cannotSay, frequency, dayOne } = counted.get(target) ?? UNRATED;
    const counts = { n_firms: firms, n_people: people, n_cannot_say: cannotSay };
    return { ...counts, frequency, day_one_share: dayOne, rank: rank(target) };
  };
  const lacking = [...counted].filter(
    ([, { firms, cannotSay, often }]) => firms > cannotSay && often >= (firms - cannotSay) / 2,
  );
  return [
    ...differences({
      what: 'skill_gaps',
      rows,
      by: ['occupation_code', 'gap_id'],
      expected: new Map(targets.map((target) => [target.replace('/', '|'), rowOf(target)])),
      otherwise: null,
    }),
    ...differences({
      what: 'tallies of gaps',
      rows: published.tallies('rate'),
      by: ['target', 'choice'],
      expected: new Map([...counted].flatMap(([target, one]) => tallied(target, one, rank(target)))),
      otherwise: {},
    }),
    ...differences({
      what: 'adjustments of gaps',
      rows: published.adjustments('gap'),
      by: ['target'],
      expected: new Map(
        lacking.map(([target, { often, firms }]) => [
          target,
          { n_agree: often, n_firms: firms, proposed_value: rank(target) },
        ]),
      ),
      otherwise: null,
    }),
  ];
}

/** An answer to a merged gap stands for the other, unless the person answered that one too. */
function mergedVoices({ inputs, facilitator }: Source): Map<string, Voice<Rated>[]> {
  const into = new Map(
    facilitator.flatMap(({ command }) =>
      command.type === 'entry.merge' ? command.entries.map((entry) => [entry, command.into] as const) : [],
    ),
  );
  const said = lastSaid(inputs, 'gap', isRated);
  const merged = new Map([...said].filter(([target]) => !into.has(gapOf(target))));
  for (const [target, voices] of said) {
    const other = into.get(gapOf(target));
    if (other === undefined) continue;
    const key = `${target.slice(0, target.indexOf('/'))}/${other}`;
    const own = merged.get(key) ?? [];
    const more = voices.filter(({ participant }) => !own.some((voice) => voice.participant === participant));
    merged.set(key, [...own, ...more]);
  }
  return merged;
}

const gapOf = (target: string): string => target.slice(target.indexOf('/') + 1);

function count(voices: readonly Voice<Rated>[]): Counted {
  const firms = byFirm(voices);
  const said = firms
    .map((people) => OFTEN[most(people.map(({ frequency }) => frequency)) ?? 'cannot_say'])
    .filter((weight) => weight !== undefined);
  const dayOne = firms.map((people) => most(people.map((one) => one.dayOne))).filter((one) => one !== null);
  return {
    firms: firms.length,
    people: voices.length,
    cannotSay: firms.length - said.length,
    often: said.filter((weight) => weight >= 2).length,
    frequency: said.length === 0 ? null : said.reduce((sum, weight) => sum + weight, 0) / said.length,
    dayOne: dayOne.length === 0 ? null : dayOne.filter((isNeeded) => isNeeded).length / dayOne.length,
  };
}

/** Most often lacking first, then most needed on day one. */
function weightOf({ frequency, dayOne }: Counted): number {
  return (frequency ?? -1) * 10 + (dayOne ?? 0);
}

function tallied(target: string, one: Counted, rank: number): [string, Expected][] {
  const answered = { n_firms: one.firms, n_people: one.people, result: `rank ${rank}` };
  return [
    [`${target}|often_or_almost_always`, { n_firms: one.often }],
    [`${target}|cannot_say`, { n_firms: one.cannotSay }],
    [`${target}|mean_frequency`, { value: one.frequency }],
    [`${target}|needed_on_day_one`, { value: one.dayOne }],
    [`${target}|answered`, answered],
  ];
}

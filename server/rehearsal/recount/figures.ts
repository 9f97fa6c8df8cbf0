/** Marks by firm, the direction they give, and the aggregate of estimates or that it is withheld (V6). */
import { differences } from './compare.ts';
import type { Expected } from './compare.ts';
import { byFirm, lastSaid, middle, most } from './heard.ts';
import type { Voice } from './heard.ts';
import type { Source } from './source.ts';

interface Marked {
  mark: string;
  estimate: number | null;
}
interface Counted {
  target: string;
  tooLow: number;
  aboutRight: number;
  tooHigh: number;
  cannotSay: number;
  firms: number;
  people: number;
  direction: string;
  /** One a firm. */
  estimates: number[];
}

const LEAST_FIRMS = 5;
const isMarked = (value: unknown): value is Marked =>
  typeof value === 'object' && value !== null && 'mark' in value;

export function recountFigures({ inputs, published }: Source): string[] {
  const counted = [...lastSaid(inputs, 'figure', isMarked)].map(([target, voices]) => count(target, voices));
  const rows = published.tallies('mark');
  return [
    ...differences({
      what: 'tallies of the figures',
      rows,
      by: ['target', 'choice'],
      expected: new Map(counted.flatMap(tallied)),
      otherwise: { n_firms: 0 },
    }),
    ...differences({
      what: 'adjustments of figures',
      rows: published.adjustments('figure'),
      by: ['target', 'measure'],
      expected: new Map(counted.filter(({ direction }) => /^too_/.test(direction)).map(proposed)),
      otherwise: null,
    }),
  ];
}

function count(target: string, voices: readonly Voice<Marked>[]): Counted {
  const firms = byFirm(voices);
  const marks = firms.map((people) => most(people.map(({ mark }) => mark)) ?? 'cannot_say');
  const of = (mark: string): number => marks.filter((other) => other === mark).length;
  const said = { tooLow: of('too_low'), aboutRight: of('about_right'), tooHigh: of('too_high') };
  const opinions = said.tooLow + said.aboutRight + said.tooHigh;
  const half = Object.entries({
    too_low: said.tooLow,
    about_right: said.aboutRight,
    too_high: said.tooHigh,
  }).find(([, firmsThatSay]) => firmsThatSay > opinions / 2);
  const estimates = firms
    .map((people) => people.flatMap(({ estimate }) => (estimate === null ? [] : [estimate])))
    .filter((values) => values.length > 0)
    .map(middle);
  const direction = opinions === 0 ? 'nobody' : (half?.[0] ?? 'no_majority');
  const people = voices.length;
  return { target, ...said, cannotSay: of('cannot_say'), firms: firms.length, people, direction, estimates };
}

function tallied(counted: Counted): [string, Expected][] {
  const { target, tooLow, aboutRight, tooHigh, cannotSay, firms, people, direction, estimates } = counted;
  const answered = { n_firms: firms, n_people: people, result: direction };
  const estimate: Expected =
    estimates.length < LEAST_FIRMS
      ? { value: null, n_firms: null, result: `withheld: fewer than ${LEAST_FIRMS} firms gave an estimate` }
      : { value: twoDigits(middle(estimates)), n_firms: estimates.length };
  return [
    [`${target}|too_low`, { n_firms: tooLow }],
    [`${target}|about_right`, { n_firms: aboutRight }],
    [`${target}|too_high`, { n_firms: tooHigh }],
    [`${target}|cannot_say`, { n_firms: cannotSay }],
    [`${target}|answered`, answered],
    ...(estimates.length > 0 ? [[`${target}|estimate`, estimate] as [string, Expected]] : []),
  ];
}

function proposed(counted: Counted): [string, Expected] {
  const { target, tooLow, aboutRight, tooHigh, cannotSay, firms, people, direction, estimates } = counted;
  const agree = direction === 'too_low' ? tooLow : tooHigh;
  return [
    target.replace('/', '|'),
    {
      proposed_value: estimates.length < LEAST_FIRMS ? direction : twoDigits(middle(estimates)),
      n_answers: people,
      n_firms: firms,
      n_agree: agree,
      n_disagree: tooLow + aboutRight + tooHigh - agree,
      n_cannot_say: cannotSay,
    },
  ];
}

const twoDigits = (value: number): number => Number(value.toPrecision(2));

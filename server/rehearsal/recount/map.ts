/** The order of steps by median place with Kendall's W, and the validation of the map by its rule, round by round (V2). */
import { differences } from './compare.ts';
import type { Expected } from './compare.ts';
import { concordance } from './concordance.ts';
import { byFirm, lastSaid, middle, most } from './heard.ts';
import type { Voice } from './heard.ts';
import type { Source } from './source.ts';

interface Voted {
  round: number;
  opinion: string;
}
interface Counted {
  agree: number;
  disagree: number;
  cannotSay: number;
  people: number;
  result: string;
}

const isOrder = (value: unknown): value is string[] => Array.isArray(value);

export function recountOrders({ inputs, published }: Source): string[] {
  const expected = new Map<string, Expected>();
  for (const [target, voices] of lastSaid(inputs, 'step', isOrder)) {
    const firms = byFirm(voices).map(placesOf);
    const steps = [...new Set(firms.flatMap((places) => [...places.keys()]))];
    const placed = (step: string): number[] => firms.flatMap((places) => places.get(step) ?? []);
    for (const step of steps)
      expected.set(`${target}/${step}|median_place`, {
        value: middle(placed(step)),
        n_firms: placed(step).length,
      });
    const common = steps.filter((step) => placed(step).length > firms.length / 2);
    const whole = firms.filter((places) => common.every((step) => places.has(step)));
    const agreement = concordance(whole.map((places) => common.map((step) => places.get(step) ?? 0)));
    expected.set(`${target}|kendall_w`, { value: agreement });
    expected.set(`${target}|answered`, { n_firms: firms.length, n_people: voices.length });
  }
  const rows = published.tallies('order');
  return differences({
    what: 'tallies of the order',
    rows,
    by: ['target', 'choice'],
    expected,
    otherwise: { value: null },
  });
}

/** A firm's place of a step is the mean of its people's. */
function placesOf(orders: readonly string[][]): Map<string, number> {
  const steps = new Set(orders.flat());
  return new Map(
    [...steps].map((step) => {
      const places = orders.filter((order) => order.includes(step)).map((order) => order.indexOf(step) + 1);
      return [step, places.reduce((sum, place) => sum + place, 0) / places.length];
    }),
  );
}

export function recountValidation(source: Source): string[] {
  const { published } = source;
  const rounds = source.asked.filter(({ phase }) => phase === 'vote').map(({ round }) => round);
  const tallied = new Map<string, Expected>();
  const standing = new Map<string, Expected>();
  for (const round of rounds)
    for (const [target, voices] of votesOf(source, round)) {
      const { agree, disagree, cannotSay, people, result } = count(source, round, voices);
      const firms = agree + disagree + cannotSay;
      const key = `${round}|${target}`;
      tallied.set(`${key}|agree`, { n_firms: agree });
      tallied.set(`${key}|disagree`, { n_firms: disagree });
      tallied.set(`${key}|cannot_say`, { n_firms: cannotSay });
      tallied.set(`${key}|answered`, { n_firms: firms, n_people: people, result });
      const counts = { n_agree: agree, n_disagree: disagree, n_cannot_say: cannotSay };
      standing.set(target, { ...counts, round, verdict: result.replace(', with dissent', '') });
    }
  return [
    ...differences({
      what: 'tallies of the validation',
      rows: published.tallies('vote'),
      by: ['round', 'target', 'choice'],
      expected: tallied,
      otherwise: { n_firms: 0 },
    }),
    ...itemDifferences(source, standing, 'step', 'pathway_steps'),
    ...itemDifferences(source, standing, 'transition', 'pathway_transitions'),
  ];
}

/** Each item with the counts and the verdict of the last round that asked it. */
function itemDifferences(
  { published }: Source,
  standing: ReadonlyMap<string, Expected>,
  of: 'step' | 'transition',
  table: string,
): string[] {
  const items = [...standing].filter(([target]) => target.split('/')[1] === of);
  const keyed = items.map(([target, counts]): [string, string, Expected] => {
    const [occupation = '', , ...id] = target.split('/');
    return [occupation, id.join('/'), counts];
  });
  return [
    ...differences({
      what: table,
      rows: published.rows(table),
      by: ['occupation_code', `${of}_id`],
      expected: new Map(keyed.map(([occupation, id, counts]) => [`${occupation}|${id}`, counts])),
      otherwise: { n_agree: null, verdict: null },
    }),
    ...differences({
      what: `adjustments, validation of ${of}s`,
      rows: published.adjustments(of, 'validation'),
      by: ['target'],
      expected: new Map(
        keyed.map(([occupation, id, { verdict = null, ...counts }]) => [
          `${occupation}/${id}`,
          { ...counts, proposed_value: verdict },
        ]),
      ),
      otherwise: null,
    }),
  ];
}

function votesOf({ inputs }: Source, round: number): Map<string, Voice<Voted>[]> {
  return lastSaid(
    inputs,
    'validation',
    (value): value is Voted =>
      typeof value === 'object' && value !== null && 'round' in value && value.round === round,
  );
}

function count({ asked }: Source, round: number, voices: readonly Voice<Voted>[]): Counted {
  const opinions = byFirm(voices).map((people) => most(people.map(({ opinion }) => opinion)) ?? 'cannot_say');
  const of = (opinion: string): number => opinions.filter((other) => other === opinion).length;
  const [agree, disagree, cannotSay] = [of('agree'), of('disagree'), of('cannot_say')];
  const question = asked.find((one) => one.phase === 'vote' && one.round === round);
  const { threshold = 1, dissent = 0, opinion = 1 } = question?.view.header.current.rule ?? {};
  const firmsPresent = question?.firms.length ?? 0;
  const withOpinion = agree + disagree;
  const hasDissent = withOpinion > 0 && disagree / withOpinion >= dissent;
  const verdict =
    withOpinion === 0 || withOpinion < opinion * firmsPresent
      ? 'undecided'
      : agree / withOpinion >= threshold
        ? 'validated'
        : 'contested';
  const result = `${verdict}${hasDissent ? ', with dissent' : ''}`;
  return { agree, disagree, cannotSay, people: voices.length, result };
}

/** Counts again, from what the phones tapped alone, what a zip must say; every firm of these journeys sends one person. */
import type { Bundle, Row } from './bundle.ts';
import type { Ledger } from './ledger.ts';

type Counted = Record<string, string>;

const OPINIONS = ['n_agree', 'n_disagree', 'n_cannot_say'];
const WEIGHT: Record<string, number> = { Rarely: 0, Sometimes: 1, Often: 2, 'Almost always': 3 };
/** What the phones call the figures these journeys mark. */
const MEASURES: Record<string, string> = { Employment: 'employment', 'Openings a year': 'openings_annual' };
const THRESHOLD = 0.75;

export class Recount {
  readonly #ledger: Ledger;
  readonly #bundle: Bundle;
  readonly #codes: Map<string, string>;

  constructor(ledger: Ledger, bundle: Bundle) {
    this.#ledger = ledger;
    this.#bundle = bundle;
    const occupations = bundle.rows('occupations');
    this.#codes = new Map(occupations.map((row) => [row['title'] ?? '', row['occupation_code'] ?? '']));
  }

  /** The ballot, by occupation. */
  votes(): Counted[] {
    return this.#votes().map(({ occupation, votes, rank }) => ({
      occupation_code: this.#code(occupation),
      n_votes: String(votes),
      n_firms: String(votes),
      rank: String(rank),
      round: '1',
    }));
  }

  /** What nobody chose stands in the table as well, with nothing (U6). */
  publishedVotes(): Counted[] {
    return this.#bundle.rows('critical_votes').filter((row) => row['n_votes'] !== '0');
  }

  /** The five that are kept: most firms first, the tied by the pairs they won. */
  critical(): Counted[] {
    const wins = (occupation: string) =>
      this.#ledger.of('tie').filter(({ value }) => value === occupation).length;
    const firms = this.#firms('critical');
    const kept = this.#votes()
      .toSorted((a, b) => b.votes - a.votes || wins(b.occupation) - wins(a.occupation))
      .slice(0, 5);
    return inOrder(
      kept.map(({ occupation, votes }, index) =>
        counted(this.#code(occupation), String(index + 1), [firms, votes, firms - votes, 0]),
      ),
    );
  }

  /** Figures that most firms with an opinion call too low or too high. */
  figures(): Counted[] {
    return inOrder(
      this.#asked('figure').flatMap(({ occupation, item }) => {
        const marks = this.#ledger.values('figure', occupation, item);
        const [low, high, right] = ['Too low', 'Too high', 'About right'].map((mark) => count(marks, mark));
        const opinions = (low ?? 0) + (high ?? 0) + (right ?? 0);
        const agree = Math.max(low ?? 0, high ?? 0);
        if (agree * 2 <= opinions) return [];
        const direction = agree === low ? 'too_low' : 'too_high';
        const counts = [marks.length, agree, opinions - agree, marks.length - opinions] as const;
        return [counted(`${this.#code(occupation)}/${measureOf(item)}`, direction, counts)];
      }),
    );
  }

  preferences(): Counted[] {
    const firms = this.#firms('preference');
    return inOrder(
      this.#asked('preference').flatMap(({ item }) => {
        const agree = this.#ledger.values('preference', '', item).length;
        return agree < 2 ? [] : [counted(item, 'preferred', [firms, agree, firms - agree, 0])];
      }),
    );
  }

  /** The adjustments of a kind as the zip has them. */
  published(kind: 'critical' | 'figure' | 'preference'): Counted[] {
    const labels = new Map(
      this.#bundle.rows('preferences').map((row) => [row['preference_id'], row['label'] ?? '']),
    );
    return inOrder(
      this.#bundle
        .rows('adjustments')
        .filter((row) => row['kind'] === kind)
        .map((row) => {
          const { target = '', measure = '' } = row;
          const what =
            kind === 'figure'
              ? `${target}/${measure}`
              : kind === 'preference'
                ? (labels.get(target) ?? '')
                : target;
          return { what, ...pick(row, ['proposed_value', 'n_answers', 'n_firms', ...OPINIONS]) };
        }),
    );
  }

  gaps(): Counted[] {
    return inOrder(
      this.#asked('frequency').map(({ occupation, item }) => {
        const often = this.#ledger.values('frequency', occupation, item);
        const said = often.flatMap((value) => WEIGHT[value] ?? []);
        const dayOne = this.#ledger.values('dayOne', occupation, item);
        return {
          what: `${this.#code(occupation)}/${item}`,
          n_firms: String(often.length),
          n_people: String(often.length),
          n_cannot_say: String(often.length - said.length),
          frequency: mean(said),
          day_one_share: mean(dayOne.map((value) => (value === 'yes' ? 1 : 0))),
        };
      }),
    );
  }

  publishedGaps(): Counted[] {
    return inOrder(
      this.#bundle
        .rows('skill_gaps')
        .filter((row) => row['n_firms'] !== '0')
        .map((row) => ({
          what: `${row['occupation_code']}/${row['label']}`,
          ...pick(row, ['n_firms', 'n_people', 'n_cannot_say']),
          frequency: rounded(row['frequency']),
          day_one_share: rounded(row['day_one_share']),
        })),
    );
  }

  /** V2, from the opinions of the firms in the room. */
  verdicts(): Counted[] {
    const firms = this.#firms('validation');
    return inOrder(
      this.#asked('validation').map(({ occupation, item }) => {
        const opinions = this.#ledger.values('validation', occupation, item);
        const [agree, disagree] = [count(opinions, 'Agree'), count(opinions, 'Disagree')];
        const isDecided = (agree + disagree) * 2 >= firms;
        const isAgreed = agree >= THRESHOLD * (agree + disagree);
        return {
          what: `${this.#code(occupation)}/${item}`,
          verdict: isDecided ? (isAgreed ? 'validated' : 'contested') : 'undecided',
          n_agree: String(agree),
          n_disagree: String(disagree),
          n_cannot_say: String(opinions.length - agree - disagree),
        };
      }),
    );
  }

  publishedVerdicts(): Counted[] {
    const steps = this.#bundle.rows('pathway_steps');
    const labels = new Map(steps.map((row) => [`${row['occupation_code']}/${row['step_id']}`, labelOf(row)]));
    const ways = this.#bundle.rows('pathway_transitions').map((row) => {
      const [from, to] = ['from_step_id', 'to_step_id'].map((end) =>
        labels.get(`${row['occupation_code']}/${row[end]}`),
      );
      return { row, label: `${from} → ${to}` };
    });
    return inOrder(
      [...steps.map((row) => ({ row, label: labelOf(row) })), ...ways]
        .filter(({ row }) => row['verdict'] !== '')
        .map(({ row, label }) => ({
          what: `${row['occupation_code']}/${label}`,
          ...pick(row, ['verdict', ...OPINIONS]),
        })),
    );
  }

  /** Most firms first, equal ones by title; equal counts share a rank. */
  #votes(): { occupation: string; votes: number; rank: number }[] {
    const votes = this.#asked('critical').map(({ occupation }) => ({
      occupation,
      votes: this.#ledger.values('critical', occupation, '').length,
    }));
    return votes
      .toSorted((a, b) => b.votes - a.votes || a.occupation.localeCompare(b.occupation, 'en'))
      .map((one) => ({ ...one, rank: votes.filter((other) => other.votes > one.votes).length + 1 }));
  }

  #asked(kind: Parameters<Ledger['of']>[0]): { occupation: string; item: string }[] {
    const asked = this.#ledger
      .of(kind)
      .map(({ occupation, item }) => [`${occupation}|${item}`, { occupation, item }] as const);
    return [...new Map(asked).values()];
  }

  #firms(kind: Parameters<Ledger['of']>[0]): number {
    return new Set(this.#ledger.of(kind).map(({ firm }) => firm)).size;
  }

  #code(occupation: string): string {
    const code = this.#codes.get(occupation);
    if (code === undefined) throw new Error(`The zip has no occupation “${occupation}”.`);
    return code;
  }
}

const inOrder = (rows: Counted[]): Counted[] =>
  rows.toSorted((a, b) => (a['what'] ?? '').localeCompare(b['what'] ?? '', 'en'));

function counted(what: string, proposed: string, counts: readonly [number, number, number, number]): Counted {
  const [firms, agree, disagree, cannotSay] = counts.map(String);
  return {
    what,
    proposed_value: proposed,
    n_answers: firms ?? '',
    n_firms: firms ?? '',
    n_agree: agree ?? '',
    n_disagree: disagree ?? '',
    n_cannot_say: cannotSay ?? '',
  };
}

const count = (all: readonly string[], one: string): number => all.filter((value) => value === one).length;

function mean(values: readonly number[]): string {
  return values.length === 0
    ? ''
    : rounded(String(values.reduce((sum, value) => sum + value, 0) / values.length));
}

const rounded = (number: string | undefined): string => (number ? Number(number).toFixed(3) : '');

const measureOf = (label: string): string => MEASURES[label] ?? label;

const labelOf = (row: Row): string => row['adjusted_label'] || row['label'] || '';

const pick = (row: Row, columns: readonly string[]): Counted =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? '']));

/** Votes, firms and ranks of the critical ballot, the pairs that decided a tie, and the list they make. */
import type { Answer } from '../../../src/lib/protocol/answers.ts';
import { differences, same } from './compare.ts';
import type { Expected } from './compare.ts';
import { byFirm, firmsThat, lastSaid, most } from './heard.ts';
import type { Voice } from './heard.ts';
import { lastAsked } from './source.ts';
import type { Source } from './source.ts';

interface Vote {
  code: string;
  title: string;
  firms: number;
  people: number;
}

const isList = (value: unknown): value is string[] => Array.isArray(value);

export function recountCritical(source: Source): string[] {
  const { published } = source;
  const votes = votesOf(source);
  const rank = (firms: number): number => votes.filter((other) => other.firms > firms).length + 1;
  const kept = listOf(source, votes);
  const expected = new Map(
    votes.map(({ code, firms, people }): [string, Expected] => [
      code,
      { n_votes: people, n_firms: firms, rank: rank(firms), round: 1 },
    ]),
  );
  const chosen = new Map(
    votes.map(({ code, firms, people }): [string, Expected] => [
      `${code}|chosen`,
      { n_firms: firms, n_people: people },
    ]),
  );
  return [
    ...differences({
      what: 'critical_votes',
      rows: published.rows('critical_votes'),
      by: ['occupation_code'],
      expected,
      otherwise: { n_votes: 0, n_firms: 0, rank: rank(0) },
    }),
    ...differences({
      what: 'tallies of the ballot',
      rows: published.tallies('choose'),
      by: ['target', 'choice'],
      expected: chosen,
      otherwise: { n_firms: 0, n_people: 0 },
    }),
    ...same(
      'critical occupations',
      published
        .adjustments('critical')
        .sort((a, b) => Number(a['proposed_value']) - Number(b['proposed_value']))
        .map((row) => row['target']),
      kept,
    ),
  ];
}

/** Most firms first, then most people, then by title. */
function votesOf({ inputs, published }: Source): Vote[] {
  const ballots = lastSaid(inputs, 'critical', isList).get('critical') ?? [];
  const titles = new Map(published.tallies('choose').map((row) => [row['target'], row['title']]));
  return [...new Set(ballots.flatMap(({ value }) => value))]
    .map((code) => ({
      code,
      title: titles.get(code) ?? code,
      firms: firmsThat(ballots, (chosen) => chosen.includes(code)),
      people: ballots.filter(({ value }) => value.includes(code)).length,
    }))
    .sort((a, b) => b.firms - a.firms || b.people - a.people || a.title.localeCompare(b.title, 'en'));
}

/** The room keeps five; who stands equal across that line goes to the pairs. */
function listOf(source: Source, votes: readonly Vote[]): string[] {
  const content = lastAsked(source, 'choose')?.view.content;
  const keep = content?.kind === 'choose' ? content.keep : 0;
  const line = votes[keep - 1]?.firms ?? 0;
  const first = votes.filter(({ firms }, index) => firms > 0 && index < keep).map(({ code }) => code);
  if (votes[keep]?.firms !== line || line === 0) return first;
  const above = votes.filter(({ firms }) => firms > line).map(({ code }) => code);
  const equal = votes.filter(({ firms }) => firms === line).map(({ code }) => code);
  return [...above, ...byPairs(source, equal).slice(0, keep - above.length)];
}

function byPairs({ employers }: Source, equal: readonly string[]): string[] {
  const pairs = new Map<string, Map<string, Voice<string>>>();
  for (const { person, command } of employers) {
    const answer: Answer | null = command.type === 'answer.set' ? command.answer : null;
    if (!person || answer?.kind !== 'tie') continue;
    const pair = [answer.a, answer.b].sort().join(' ');
    const voices = pairs.get(pair) ?? new Map<string, Voice<string>>();
    const participant = String(person.number);
    pairs.set(pair, voices.set(participant, { participant, firm: person.firm, value: answer.winner }));
  }
  const winners = [...pairs.values()].flatMap((voices) => byFirm([...voices.values()]).map(most));
  const wins = (code: string): number => winners.filter((winner) => winner === code).length;
  return equal.slice(0, 10).sort((a, b) => wins(b) - wins(a));
}

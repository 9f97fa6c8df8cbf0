/** Plain counts: reasons, suggested categories, preferences, commitments. */
import { differences } from './compare.ts';
import type { Expected } from './compare.ts';
import { byFirm, firmsThat, lastSaid, most } from './heard.ts';
import { lastAsked } from './source.ts';
import type { Source } from './source.ts';

const isList = (value: unknown): value is string[] => Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isChoice = (value: unknown): value is boolean => typeof value === 'boolean';
const isPromise = (value: unknown): value is { what: string } =>
  typeof value === 'object' && value !== null && 'what' in value;

const NOBODY: Expected = { n_firms: 0, n_people: 0 };
/** Preferred: a quarter of the firms that answered, and two at least. */
const LEAST_SHARE = 0.25;
const LEAST_FIRMS = 2;

export function recountReasons({ inputs, published }: Source): string[] {
  const expected = new Map<string, Expected>();
  for (const [occupation, voices] of lastSaid(inputs, 'reason', isList))
    for (const reason of new Set(voices.flatMap(({ value }) => value)))
      expected.set(`${occupation}|${reason}`, {
        n_firms: firmsThat(voices, (reasons) => reasons.includes(reason)),
        n_people: voices.filter(({ value }) => value.includes(reason)).length,
      });
  const rows = published.tallies('tap');
  return differences({
    what: 'tallies of reasons',
    rows,
    by: ['target', 'choice'],
    expected,
    otherwise: NOBODY,
  });
}

export function recountCategories(source: Source): string[] {
  const content = lastAsked(source, 'group')?.view.content;
  const titles = new Map(
    content?.kind === 'group' ? content.categories.map(({ id, title }) => [id, title]) : [],
  );
  const expected = new Map<string, Expected>();
  for (const [occupation, voices] of lastSaid(source.inputs, 'category', isText)) {
    const said = byFirm(voices).map(most);
    for (const category of said.filter((one) => one !== null))
      expected.set(`${occupation}|${titles.get(category) ?? category}`, {
        n_firms: said.filter((other) => other === category).length,
      });
  }
  const placed = new Map<string, Expected>();
  for (const { command } of source.facilitator)
    if (command.type === 'category.place')
      placed.set(command.occupation, { proposed_value: titles.get(command.category) ?? command.category });
  const { published } = source;
  const rows = published.tallies('group');
  return [
    ...differences({
      what: 'tallies of categories',
      rows,
      by: ['target', 'choice'],
      expected,
      otherwise: { n_firms: 0 },
    }),
    ...differences({
      what: 'adjustments of categories',
      rows: published.adjustments('category'),
      by: ['target'],
      expected: placed,
      otherwise: null,
    }),
  ];
}

export function recountPreferences({ inputs, published }: Source): string[] {
  const chosen = lastSaid(inputs, 'preference', isChoice);
  const answered = new Set([...chosen.values()].flatMap((voices) => voices.map(({ firm }) => firm))).size;
  const expected = new Map(
    [...chosen].map(([id, voices]): [string, Expected] => [
      id,
      { n_firms: firmsThat(voices, (value) => value), n_people: voices.filter(({ value }) => value).length },
    ]),
  );
  const preferred = [...expected].filter(
    ([, { n_firms: firms }]) => Number(firms) >= LEAST_FIRMS && Number(firms) >= LEAST_SHARE * answered,
  );
  return [
    ...differences({
      what: 'preferences',
      rows: published.rows('preferences'),
      by: ['preference_id'],
      expected,
      otherwise: NOBODY,
    }),
    ...differences({
      what: 'tallies of preferences',
      rows: published.tallies('tell'),
      by: ['target'],
      expected,
      otherwise: NOBODY,
    }),
    ...differences({
      what: 'adjustments of preferences',
      rows: published.adjustments('preference'),
      by: ['target'],
      expected: new Map(preferred.map(([id, { n_firms: firms }]) => [id, { n_agree: firms ?? 0 }])),
      otherwise: null,
    }),
  ];
}

export function recountCommitments({ inputs, published }: Source): string[] {
  const expected = new Map(
    [...lastSaid(inputs, 'commitment', isPromise)].map(([kind, voices]): [string, Expected] => [
      kind,
      { n_firms: byFirm(voices).length, n_people: voices.length },
    ]),
  );
  const rows = published.tallies('offer');
  return differences({ what: 'tallies of commitments', rows, by: ['target'], expected, otherwise: NOBODY });
}

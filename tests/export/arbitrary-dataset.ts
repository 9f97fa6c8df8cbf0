/** Any dataset a release may be: hostile words in every text, exact numbers of every size, lists with their own signs in them. */
import fc from 'fast-check';
import { flag, measure, unit } from '../../server/lmi/dataset.ts';
import type { Dataset } from '../../server/lmi/dataset.ts';
import { hiringEventKind } from '../../server/lmi/hiring-event.ts';
import { stepKind, stepSide, transitionKind } from '../../server/lmi/pathway.ts';

const hostile = fc.constantFrom(
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tcell',
  '\rcell',
  "'=1",
  "''=1",
  "'",
  '"',
  'a"b,c\r\nd',
  'a\rb',
  'a\nb',
  '=HYPERLINK("http://x","y")',
  '|',
  '\\',
  '\\|-',
  ' padded ',
  '<b>&amp;</b>',
  '-12.5',
  'true',
  'null',
  'constructor',
  'toString',
  '١٢',
  '🦺',
);
export const words = fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 12 }));
/** A text that may name something: `keyedId` refuses `__proto__` and a backslash. */
const some = fc
  .oneof(hostile, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))
  .filter((text) => text !== '__proto__' && !text.includes('\\'));
const maybe = fc.option(some, { nil: null });
export const exact = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(-0.1, 1e21, -1e-7, 42_500, -1200.5, Number.MAX_SAFE_INTEGER),
);
const row = fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: null });
/** The fields that came later: absent or there, each by itself. */
function also<Base extends object, Later extends object>(
  base: fc.Arbitrary<Base>,
  later: { [Field in keyof Later]: fc.Arbitrary<Later[Field]> },
) {
  return fc
    .tuple(base, fc.record(later, { requiredKeys: [] }))
    .map(([first, second]) => ({ ...first, ...second }));
}
const count = fc.option(fc.nat(), { nil: null });
const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);

const occupation = also(
  fc.record({
    code: fc
      .oneof(hostile, fc.string({ minLength: 1, maxLength: 12 }))
      .filter((code) => code.length <= 12 && code !== '__proto__' && !code.includes('\\')),
    system: pick(['SOC2018', 'ONET2019', 'NOC2021'] as const),
    level: pick(['detailed', 'bls_hybrid'] as const),
    title: some,
    aliases: fc.array(words, { maxLength: 3 }),
  }),
  { description: some },
);
const observation = fc.record({
  id: some,
  occupation: some,
  area: some,
  measure: pick(measure.options),
  period: some,
  unit: pick(unit.options),
  value: fc.option(exact, { nil: null }),
  text: maybe,
  flag: fc.option(pick(flag.options), { nil: null }),
  lowerBound: fc.option(exact, { nil: null }),
  raw: words,
  source: some,
  row,
  column: maybe,
});
const step = fc.record({
  id: some,
  kind: pick(stepKind.options),
  label: some,
  code: maybe,
  side: pick(stepSide.options),
  level: fc.integer({ min: -20, max: 20 }),
  row: fc.nat({ max: 40 }),
});
const transition = fc.record({
  id: some,
  from: some,
  to: some,
  kind: pick(transitionKind.options),
  months: fc.option(fc.nat({ max: 480 }), { nil: null }),
});
const id = { selector: (one: { id: string }) => one.id, maxLength: 4 };
const pathway = fc.record({
  id: some,
  occupation: some,
  title: some,
  steps: fc.uniqueArray(step, id),
  transitions: fc.uniqueArray(transition, id),
  note: words,
});

export const anyDataset: fc.Arbitrary<Dataset> = fc.record({
  version: fc.constant(1 as const),
  id: some,
  title: some,
  release: some,
  area: some,
  createdAt: words,
  follows: maybe,
  sources: fc.uniqueArray(
    also(
      fc.record({
        id: some,
        title: words,
        publisher: words,
        release: words,
        file: words,
        licence: words,
        url: maybe,
        retrievedAt: maybe,
      }),
      { sha256: some, profile: some },
    ),
    id,
  ),
  occupations: fc.uniqueArray(occupation, {
    selector: (one) => one.code,
    maxLength: 4,
  }),
  observations: fc.uniqueArray(observation, id),
  skills: fc.array(
    also(
      fc.record({
        id: some,
        occupation: some,
        name: some,
        importance: fc.option(exact, { nil: null }),
        source: some,
        row,
      }),
      { level: exact, isImprecise: fc.boolean() },
    ),
    { maxLength: 3 },
  ),
  programs: fc.uniqueArray(
    also(
      fc.record({
        id: some,
        cip: some,
        title: some,
        provider: some,
        city: maybe,
        credential: some,
        occupations: fc.array(words, { maxLength: 3 }),
        completions: count,
        completionsPeriod: maybe,
        capacity: count,
        source: some,
        row,
      }),
      { system: fc.constant('CIP2020' as const), providerId: some, capacityPeriod: some },
    ),
    id,
  ),
  pathways: fc.uniqueArray(pathway, { selector: (one) => one.occupation, maxLength: 3 }),
  relatedOccupations: fc.array(
    fc.record({
      occupation: some,
      related: some,
      title: some,
      tier: pick(['primary_short', 'primary_long', 'supplemental'] as const),
      rank: fc.integer({ min: 1, max: 20 }),
      source: some,
      row,
    }),
    { maxLength: 3 },
  ),
  fieldsOfStudy: fc.array(
    fc.record({ system: fc.constant('CIP2020' as const), cip: some, title: some, source: some, row }),
    { maxLength: 3 },
  ),
  providers: fc.uniqueArray(
    fc.record({ id: some, name: some, city: maybe, state: maybe, url: maybe, source: some, row }),
    id,
  ),
  crosswalk: fc.array(fc.record({ cip: some, occupation: some, source: some, row }), { maxLength: 3 }),
  hiringEvents: fc.uniqueArray(
    fc.record({
      id: some,
      employer: some,
      kind: pick(hiringEventKind.options),
      announcedAt: fc.constantFrom('2026-11-22', '2020-02-29'),
      effectiveAt: fc.constantFrom('2026-12-31', null),
      people: count,
      area: some,
      place: maybe,
      industry: maybe,
      occupations: fc.array(words, { maxLength: 3 }),
      replaces: fc.nat(),
      url: some,
      source: some,
      row,
    }),
    id,
  ),
});

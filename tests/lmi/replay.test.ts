/** A4: what becomes of standing adjustments when a new release arrives; a law and a table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjustment } from '../../server/lmi/adjustment.ts';
import type { Dataset, Observation } from '../../server/lmi/dataset.ts';
import { isStanding } from '../../server/lmi/effective.ts';
import { observationId } from '../../server/lmi/observation-id.ts';
import type { DraftPathway } from '../../server/lmi/pathway.ts';
import { replay } from '../../server/lmi/replay/replay.ts';
import { HVAC, NURSE, adjusting, adjustments, dataset, openingsId } from './revision-fixture.ts';

/** The same figures printed a year later: other source, other period, and what `change` makes of each. */
function nextRelease(change: (figure: Observation) => Partial<Observation> | null = () => ({})): Dataset {
  return {
    ...dataset,
    id: 'dataset-next',
    release: 'Projections 2025-35',
    sources: dataset.sources.map((source) => ({ ...source, id: 'ep-next', release: '2025-35' })),
    observations: dataset.observations.flatMap((figure) => {
      const changed = change(figure);
      if (changed === null) return [];
      const next = { ...figure, source: 'ep-next', period: '2025-35', ...changed };
      return [{ ...next, id: observationId(next) }];
    }),
    skills: dataset.skills.map((skill) => ({ ...skill, source: 'ep-next' })),
    programs: dataset.programs.map((program) => ({ ...program, source: 'ep-next' })),
  };
}

const openings = (part: Partial<Observation>) =>
  nextRelease(({ measure }) => (measure === 'openings_annual' ? part : {}));

function withDraft(change: (draft: DraftPathway) => DraftPathway): Dataset {
  return { ...nextRelease(), pathways: dataset.pathways.map(change) };
}

const saying = (proposedValue: string, part: Partial<Adjustment> = {}) =>
  adjusting('figure', HVAC, 'openings_annual', { observation: openingsId, proposedValue, ...part });

const helper = adjusting('step', `${HVAC}/helper`, 'presence', { proposedValue: 'added' });
const licenceOff = adjusting('step', `${HVAC}/2`, 'presence', { proposedValue: 'removed' });
const months = adjusting('transition', `${HVAC}/2--1`, 'months', { publishedValue: '6', proposedValue: '9' });
const judged = adjusting('transition', `${HVAC}/2--1`, 'validation', { proposedValue: 'validated' });
const shortcut = adjusting('transition', `${HVAC}/2--helper`, 'presence', {
  proposedValue: 'added',
  detail: { from: '2', to: 'helper' },
});

const withoutLicence = withDraft((draft) => ({
  ...draft,
  steps: draft.steps.filter(({ id }) => id !== '2'),
  transitions: [],
}));
const withMonths = (value: number | null) =>
  withDraft((draft) => ({
    ...draft,
    transitions: draft.transitions.map((transition) => ({ ...transition, months: value })),
  }));
const withHelper = withDraft((draft) => ({
  ...draft,
  steps: draft.steps.map((step) => ({ ...step, id: step.id === '2' ? 'helper' : step.id })),
}));

const table: [string, Adjustment, Dataset, 'carried' | 'superseded' | 'conflict', RegExp][] = [
  ['the figure is the same in another period', saying('too_low'), nextRelease(), 'carried', /still 42,500/],
  [
    'the figure rounds to the estimate',
    saying('51000'),
    openings({ value: 51_200 }),
    'superseded',
    /now 51,200/,
  ],
  [
    'the figure is near the estimate, not at it',
    saying('51000'),
    openings({ value: 51_600 }),
    'conflict',
    /said: 51,000/,
  ],
  [
    'one digit more is a digit that counts',
    saying('51500'),
    openings({ value: 51_200 }),
    'conflict',
    /51,500/,
  ],
  [
    'too low, and it rose',
    saying('too_low'),
    openings({ value: 60_000 }),
    'conflict',
    /whether it is enough/,
  ],
  ['too low, and it fell', saying('too_low'), openings({ value: 40_000 }), 'conflict', /said: too low/],
  [
    'too high, and it fell',
    saying('too_high'),
    openings({ value: 40_000 }),
    'conflict',
    /whether it is enough/,
  ],
  [
    'about right, and it moved',
    saying('about_right'),
    openings({ value: 41_000 }),
    'conflict',
    /said: about right/,
  ],
  [
    'it is not published any more',
    saying('51000'),
    openings({ value: null, flag: 'not_available' }),
    'conflict',
    /no longer be compared/,
  ],
  [
    'a lower bound agrees with no number',
    saying('51000'),
    openings({ value: null, flag: 'top_coded', lowerBound: 51_000 }),
    'conflict',
    /at least 51,000/,
  ],
  [
    'there is no such figure',
    saying('51000'),
    nextRelease(({ measure }) => (measure === 'openings_annual' ? null : {})),
    'conflict',
    /no such figure; it was 42,500/,
  ],
  [
    'it is another publisher’s',
    saying('too_low'),
    {
      ...nextRelease(),
      sources: nextRelease().sources.map((source) => ({ ...source, publisher: 'A state' })),
    },
    'conflict',
    /another publisher/,
  ],
  [
    'words that now agree',
    adjusting('figure', NURSE, 'education_typical', {
      observation: `${NURSE}|US|education_typical|2024-34|ep`,
      proposedValue: 'Associate',
    }),
    nextRelease(({ measure }) => (measure === 'education_typical' ? { text: 'Associate' } : {})),
    'superseded',
    /now Associate/,
  ],
  [
    'the occupation is there',
    adjusting('critical', HVAC, 'critical_rank', { proposedValue: '1' }),
    nextRelease(),
    'carried',
    /in the new release/,
  ],
  [
    'the occupation is gone',
    adjusting('critical', HVAC, 'critical_rank', { proposedValue: '1' }),
    { ...nextRelease(), occupations: [] },
    'conflict',
    /no longer has the occupation 49-9021/,
  ],
  [
    'it was a write-in',
    adjusting('critical', 'entry:1', 'critical_rank', { proposedValue: '2' }),
    { ...nextRelease(), occupations: [] },
    'carried',
    /never stood/,
  ],
  [
    'the category of an occupation that is gone',
    adjusting('category', HVAC, 'category'),
    { ...nextRelease(), occupations: [] },
    'conflict',
    /no longer/,
  ],
  [
    'the skill is no longer listed',
    adjusting('gap', `${NURSE}/known:2.A.1.a`, 'skill_gap', { detail: { skill: '2.A.1.a' } }),
    { ...nextRelease(), skills: [] },
    'carried',
    /no longer lists this skill/,
  ],
  [
    'the program is gone',
    adjusting('preference', 'p1', 'preferred'),
    { ...nextRelease(), programs: [] },
    'conflict',
    /no longer lists this program/,
  ],
  [
    'a channel never was a program',
    adjusting('preference', 'channel:1', 'preferred'),
    { ...nextRelease(), programs: [] },
    'carried',
    /never stood/,
  ],
  ['an added step, same draft', helper, nextRelease(), 'carried', /is the same/],
  ['an added step, draft changed elsewhere', helper, withMonths(8), 'carried', /not in the new draft/],
  ['an added step the draft now has', helper, withHelper, 'superseded', /has what the room added/],
  ['a step taken off that the draft dropped', licenceOff, withoutLicence, 'superseded', /no longer has/],
  [
    'months changed by the draft too, to the same',
    months,
    withMonths(9),
    'superseded',
    /“9”, as the room did/,
  ],
  [
    'months changed by the draft too, elsewhere',
    months,
    withMonths(12),
    'conflict',
    /said “6” and now says “12”/,
  ],
  [
    'months of a transition that is gone',
    months,
    withoutLicence,
    'conflict',
    /no longer has what it stood on/,
  ],
  ['a judged transition in another form', judged, withMonths(12), 'conflict', /in another form/],
  [
    'an added transition from a step that is gone',
    shortcut,
    withoutLicence,
    'conflict',
    /“Refrigerant licence”/,
  ],
];

describe('A4 an adjustment on a new release', () => {
  it.each(table)('%s', (_, adjustment, to, outcome, reason) => {
    const result = replay({ adjustments: [adjustment], from: dataset, to, drafts: [] });
    expect(result).toHaveLength(1);
    expect(result[0]).toMatchObject({ adjustment, outcome });
    expect(result[0]?.reason).toMatch(reason);
  });

  it('stands on the figure of the new release, with its value', () => {
    const [result] = replay({
      adjustments: [saying('too_low')],
      from: dataset,
      to: openings({ value: 60_000 }),
      drafts: [],
    });
    expect(result?.on).toMatchObject({
      id: saying('too_low').id,
      observation: `${HVAC}|US|openings_annual|2025-35|ep-next`,
      publishedValue: '60000',
      proposedValue: 'too_low',
    });
  });

  it('a map the workshop brought stands until the release brings another', () => {
    const drafted: DraftPathway = { ...dataset.pathways[0]!, title: 'The workshop’s own' };
    const on = (to: Dataset) =>
      replay({ adjustments: [months], from: dataset, to, drafts: [drafted] })[0]?.outcome;
    expect(on(nextRelease())).toBe('carried');
    expect(on(withMonths(12))).toBe('conflict');
  });
});

const releases = [
  dataset,
  nextRelease(),
  openings({ value: 60_000 }),
  withoutLicence,
  withMonths(9),
  withHelper,
];
const everything = [...adjustments, helper, licenceOff, months, judged, shortcut];
const some = fc.uniqueArray(fc.constantFrom(...everything), { selector: ({ id }) => id });
const release = fc.constantFrom(...releases);

describe('A4 laws of the replay', () => {
  it('on the same release nothing changes', () => {
    fc.assert(
      fc.property(some, release, (standing, same) => {
        const decided = standing.map((each) =>
          each.kind === 'figure' && same.id !== dataset.id ? { ...each, observation: null } : each,
        );
        for (const { adjustment, outcome, on } of replay({
          adjustments: decided,
          from: same,
          to: same,
          drafts: [],
        })) {
          if (adjustment.kind === 'figure' && adjustment.observation === null) continue;
          expect(outcome).toBe('carried');
          expect(on).toEqual(adjustment);
        }
      }),
    );
  });

  it('the order does not matter, and each is judged as if it were alone', () => {
    fc.assert(
      fc.property(some, release, fc.infiniteStream(fc.nat()), (standing, to, keys) => {
        const shuffled = standing
          .map((each) => ({ each, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const input = { from: dataset, to, drafts: [] };
        const whole = replay({ ...input, adjustments: standing });
        expect(replay({ ...input, adjustments: shuffled })).toEqual(whole);
        for (const result of whole)
          expect(replay({ ...input, adjustments: [result.adjustment] })).toEqual([result]);
      }),
    );
  });

  it('what was decided is never lost, and what was not decided is not brought in', () => {
    fc.assert(
      fc.property(some, release, (standing, to) => {
        const results = replay({ adjustments: standing, from: dataset, to, drafts: [] });
        expect(new Set(results.map(({ adjustment }) => adjustment))).toEqual(
          new Set(standing.filter(isStanding)),
        );
        for (const { outcome, on, reason } of results) {
          expect(reason).toMatch(/\.$/);
          if (outcome === 'carried') expect(on).not.toBeNull();
        }
      }),
    );
  });
});

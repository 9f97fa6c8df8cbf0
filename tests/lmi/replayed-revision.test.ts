/** A4: the revision a replay makes, and its laws. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Adjustment } from '../../server/lmi/adjustment.ts';
import { buildRevision, isIntact } from '../../server/lmi/build-revision.ts';
import type { Dataset } from '../../server/lmi/dataset.ts';
import { disagreements } from '../../server/lmi/disagreement.ts';
import { isStanding } from '../../server/lmi/effective.ts';
import { observationId } from '../../server/lmi/observation-id.ts';
import { buildReplayed } from '../../server/lmi/replay/build-replayed.ts';
import { replay } from '../../server/lmi/replay/replay.ts';
import { settle, whyNotSettled } from '../../server/lmi/replay/settle.ts';
import type { Settlement } from '../../server/lmi/replay/settlement.ts';
import { revision as revisionSchema } from '../../server/lmi/revision.ts';
import type { Revision } from '../../server/lmi/revision.ts';
import {
  HVAC,
  adjusting,
  dataset,
  firstRevision,
  openingsId,
  revisionInput,
  sha256,
} from './revision-fixture.ts';

const next: Dataset = {
  ...dataset,
  id: 'dataset-next',
  release: 'Projections 2025-35',
  sources: dataset.sources.map((source) => ({ ...source, id: 'ep-next', release: '2025-35' })),
  observations: dataset.observations.map((figure) => {
    const moved = { ...figure, source: 'ep-next', period: '2025-35' };
    const value = figure.measure === 'openings_annual' ? 60_000 : figure.value;
    return { ...moved, value, id: observationId(moved) };
  }),
  skills: dataset.skills.map((skill) => ({ ...skill, source: 'ep-next' })),
  programs: dataset.programs.map((program) => ({ ...program, source: 'ep-next' })),
};

function replayedOn(
  to: Dataset,
  previous: Revision = firstRevision(),
  settlements: Settlement[] = [],
  beside: Revision | null = null,
): Revision {
  const adjustments = [...previous.carried, ...previous.adjustments];
  return buildReplayed({
    id: 'r-next',
    replay: 'y-1',
    from: dataset,
    to,
    previous,
    beside,
    results: replay({ adjustments, from: dataset, to, drafts: previous.drafts }),
    settlements,
    publishedAt: '2027-02-01T09:00:00.000Z',
    publishedByRole: 'staff',
    sha256,
  });
}

const settled = (adjustment: string, part: Partial<Settlement> = {}): Settlement => ({
  adjustment,
  decision: 'keep',
  value: null,
  rationale: 'Employers still say so.',
  role: 'analyst',
  at: '2027-01-20T09:00:00.000Z',
  ...part,
});

const openings = `w-test/figure/${HVAC}/openings_annual`;

describe('the revision a replay makes', () => {
  test('A3 A4 it is frozen, numbered, and stands on the new release and the revision before', () => {
    const made = replayedOn(next, firstRevision(), [settled(openings)]);
    expect(revisionSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
    expect(isIntact(made, sha256)).toBe(true);
    expect(made).toMatchObject({
      number: 2,
      workshop: null,
      dataset: { id: 'dataset-next' },
      base: { dataset: 'dataset-next', revision: { id: 'r-1', number: 1 } },
    });
    const figure = made.state.occupations[HVAC]?.figures[`${HVAC}|US|openings_annual|2025-35|ep-next`];
    expect(figure).toMatchObject({ published: '60000', direction: 'too_low', adjustment: openings });
  });

  test('A4 while a conflict is open there is no revision', () => {
    expect(() => replayedOn(next)).toThrow(/1 conflicts .* not settled/);
  });

  test('A4 withdrawn, the published figure stands alone, and the record says who withdrew it and why', () => {
    const made = replayedOn(next, firstRevision(), [
      settled(openings, { decision: 'withdraw', rationale: 'The rise is enough.' }),
    ]);
    const figure = made.state.occupations[HVAC]?.figures[`${HVAC}|US|openings_annual|2025-35|ep-next`];
    expect(figure).toMatchObject({ published: '60000', adjusted: null, direction: null, adjustment: null });
    expect(made.replay?.settlements).toEqual([
      expect.objectContaining({ adjustment: openings, decision: 'withdraw', role: 'analyst' }),
    ]);
    expect(made.diff.map(({ text }) => text)).toContain(
      'Openings a year, HVAC mechanics, too low (9 of 14 firms, 2 could not say): withdrawn by analyst (The rise is enough). It was 42,500 a year (2024-34) and is now 60,000 a year (2025-35). That is the direction the employers said; whether it is enough, a person decides.',
    );
  });

  test('A4 modified, the decided value stands beside the new figure, by role and rationale', () => {
    const made = replayedOn(next, firstRevision(), [
      settled(openings, { decision: 'modify', value: '65000' }),
    ]);
    const figure = made.state.occupations[HVAC]?.figures[`${HVAC}|US|openings_annual|2025-35|ep-next`];
    expect(figure).toMatchObject({ published: '60000', adjusted: '65000' });
    expect(made.carried.find(({ id }) => id === openings)).toMatchObject({
      status: 'modified',
      decidedValue: '65000',
      decidedByRole: 'analyst',
      decidedAt: '2027-01-20T09:00:00.000Z',
    });
  });

  test.each([
    ['without a rationale', { rationale: '' }, 'carried', /why/],
    ['to a value that is not given', { decision: 'modify' as const }, 'carried', /value/],
    ['when it is superseded', {}, 'superseded', /agrees/],
  ] as const)('A2 nothing is settled %s', (_, part, outcome, why) => {
    const [adjustment] = firstRevision().adjustments as [Adjustment, ...Adjustment[]];
    const result = { adjustment, on: adjustment, outcome, reason: '' };
    expect(whyNotSettled(result, settled(adjustment.id, part))).toMatch(why);
    expect(whyNotSettled({ ...result, outcome: 'conflict' }, settled(adjustment.id))).toBeNull();
  });

  test('A4 what a workshop on the new release said goes on standing beside what is replayed', () => {
    const workshop = { ...revisionInput().workshop, id: 'w-north', sector: 'Healthcare' };
    const north = adjusting('category', HVAC, 'category', {
      id: 'w-north/category',
      workshop: 'w-north',
      proposedValue: 'Comfort',
      decidedAt: '2027-01-01T00:00:00.000Z',
    });
    const beside = buildRevision(
      revisionInput({ id: 'r-n', number: 5, dataset: next, workshop, adjustments: [north] }),
    );
    const made = replayedOn(next, firstRevision(), [settled(openings)], beside);
    expect(made.number).toBe(6);
    expect(made.contributors?.map(({ id }) => id).sort()).toEqual(['w-north', 'w-test']);
    expect(disagreements(made.carried)).toMatchObject([
      { kind: 'category', adjustments: [{ workshop: 'w-north' }, { workshop: 'w-test' }] },
    ]);
    expect(made.state.occupations[HVAC]?.category?.title).toBe('Comfort');
  });
});

describe('A4 several workshops on one release', () => {
  const say = (workshop: string, value: string, decidedAt: string): Adjustment =>
    adjusting('figure', HVAC, 'openings_annual', {
      id: `${workshop}/figure`,
      workshop,
      observation: openingsId,
      proposedValue: value,
      decidedAt,
    });
  const room = (id: string, sector: string) => ({ ...revisionInput().workshop, id, sector });
  const first = buildRevision(
    revisionInput({ workshop: room('w-a', 'Trades'), adjustments: [say('w-a', '50000', '2026-01-01')] }),
  );
  const after = (workshop: string, sector: string, value: string) =>
    buildRevision(
      revisionInput({
        id: 'r-2',
        number: 2,
        previous: first,
        workshop: room(workshop, sector),
        adjustments: [say(workshop, value, '2026-06-01')],
      }),
    );
  const standing = (whole: Revision) => [...whole.carried, ...whole.adjustments];

  test('the same room again: its later word replaces the earlier', () => {
    expect(standing(after('w-b', ' trades ', '55000')).map(({ id }) => id)).toEqual(['w-b/figure']);
  });

  test('another room that says another thing: both stand, the later one leads, and it is listed', () => {
    const second = after('w-b', 'Healthcare', '55000');
    expect(standing(second).map(({ id }) => id)).toEqual(['w-a/figure', 'w-b/figure']);
    expect(second.state.occupations[HVAC]?.figures[openingsId]?.adjusted).toBe('55000');
    expect(disagreements(standing(second))).toMatchObject([
      { occupation: HVAC, adjustments: [{ id: 'w-b/figure' }, { id: 'w-a/figure' }] },
    ]);
  });

  test('another room that says the same is no disagreement, and is not lost', () => {
    const second = after('w-b', 'Healthcare', '50000');
    expect(standing(second)).toHaveLength(2);
    expect(disagreements(standing(second))).toEqual([]);
  });
});

describe('A4 laws of the revision a replay makes', () => {
  const all = firstRevision().adjustments;
  const some = fc.uniqueArray(fc.constantFrom(...all), { selector: ({ id }) => id });
  const decision = fc.constantFrom<Settlement['decision'][]>('keep', 'modify', 'withdraw');

  test('on the same release it changes nothing but the number', () => {
    fc.assert(
      fc.property(some, (adjustments) => {
        const previous = buildRevision(revisionInput({ adjustments }));
        const { revision: _number, ...state } = replayedOn(dataset, previous).state;
        const { revision: _before, ...before } = previous.state;
        expect(state).toEqual(before);
      }),
    );
  });

  test('in whatever order results and settlements come, the revision is the same', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), decision, (adjustments, keys, how) => {
        const previous = buildRevision(revisionInput({ adjustments }));
        const results = replay({ adjustments, from: dataset, to: next, drafts: [] });
        const settlements = results
          .filter(({ outcome }) => outcome === 'conflict')
          .map(({ adjustment }) => settled(adjustment.id, { decision: how, value: '1' }));
        const mixed = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => ({ each, key: keys.next().value as number }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ each }) => each);
        const shared = {
          id: 'r-next',
          replay: 'y-1',
          from: dataset,
          to: next,
          previous,
          beside: null,
          publishedAt: '2027-02-01T09:00:00.000Z',
          publishedByRole: 'staff',
          sha256,
        };
        const one = buildReplayed({ ...shared, results, settlements });
        const other = buildReplayed({ ...shared, results: mixed(results), settlements: mixed(settlements) });
        expect(other.state).toEqual(one.state);
        expect(other.carried).toEqual(one.carried);
        expect(other.diff).toEqual(one.diff);
      }),
    );
  });

  test('what was decided is never lost: it stands, or the record says why not', () => {
    fc.assert(
      fc.property(some, decision, (adjustments, how) => {
        const previous = buildRevision(revisionInput({ adjustments }));
        const results = replay({ adjustments, from: dataset, to: next, drafts: [] });
        const settlements = settle(results, []).open.map(({ adjustment, on }) =>
          settled(adjustment.id, { decision: on === null ? 'withdraw' : how, value: '1' }),
        );
        const made = replayedOn(next, previous, settlements);
        const stands = new Set(made.carried.map(({ id }) => id));
        const withdrawn = new Set(
          made.replay?.settlements
            .filter((each) => each.decision === 'withdraw')
            .map((each) => each.adjustment),
        );
        for (const { id } of adjustments.filter(isStanding)) {
          const record = made.replay?.results.find(({ adjustment }) => adjustment.id === id);
          expect(record?.reason).toMatch(/\.$/);
          const isOver = withdrawn.has(id) || record?.outcome === 'superseded';
          expect(stands.has(id), id).toBe(!isOver);
        }
      }),
    );
  });
});

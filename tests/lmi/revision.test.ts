import { describe, expect, test } from 'vitest';
import { buildRevision, isIntact } from '../../server/lmi/build-revision.ts';
import { erasedRevision } from '../../server/lmi/erased-revision.ts';
import { revision, summaryOf } from '../../server/lmi/revision.ts';
import { HVAC, NURSE, adjusting, firstRevision, revisionInput, sha256 } from './revision-fixture.ts';

describe('a revision', () => {
  test('A3 has a number, its base, a diff, a patch, and reads back by its schema', () => {
    const first = firstRevision();
    expect(revision.parse(JSON.parse(JSON.stringify(first)))).toEqual(first);
    expect(first.base).toEqual({ dataset: 'dataset-test', revision: null });
    expect(summaryOf(first)).toMatchObject({
      number: 1,
      adjustments: { accepted: 8, modified: 1, rejected: 1, proposed: 1 },
    });
  });

  test('the same input gives the same revision, in whatever order the adjustments come', () => {
    const { adjustments } = revisionInput();
    expect(buildRevision(revisionInput({ adjustments: adjustments.toReversed() }))).toEqual(firstRevision());
  });

  test('V3 the diff names the firms asked wherever it names firms', () => {
    const texts = firstRevision().diff.map(({ text }) => text);
    expect(texts).toContain(
      'Openings a year, HVAC mechanics (US, 2024-34): 42,500 a year -> said too low by 9 of 14 firms, 2 could not say',
    );
    expect(texts).toContain(
      "Projected change, HVAC mechanics (US, 2024-34): -1,200.5 -> said too low by 9 of 14 firms, 2 could not say; the room's value beside it: -950",
    );
    expect(texts).toContain('HVAC mechanics: critical, rank 1 (chosen by 9 of 14 firms, 2 could not say)');
    for (const text of texts) expect(text).toMatch(/\d+ of \d+ firms/);
  });

  test('A3 the next revision stands on the one before: what was agreed is carried, a new list of critical occupations replaces the old', () => {
    const first = firstRevision();
    const second = buildRevision(
      revisionInput({
        id: 'r-2',
        number: 2,
        previous: first,
        adjustments: [
          adjusting('critical', NURSE, 'critical_rank', { id: 'w-2/critical', proposedValue: '1' }),
          adjusting('transition', `${HVAC}/2--1`, 'months', {
            id: 'w-2/months',
            publishedValue: '6',
            proposedValue: '12',
          }),
        ],
      }),
    );
    expect(second.base.revision).toEqual({ id: 'r-1', number: 1 });
    expect(second.baseState).toEqual(first.state);
    expect(second.state.occupations[HVAC]).toMatchObject({
      critical: null,
      category: { title: 'Keeps buildings running' },
    });
    expect(second.state.pathways[HVAC]?.transitions['2--1']?.adjusted).toEqual({ months: '12' });
    expect(second.carried.map(({ measure }) => measure)).not.toContain('critical_rank');
    expect(second.diff.at(-1)?.text).toBe(
      'HVAC mechanics: no longer among the critical occupations, as of revision 2',
    );
  });

  test('A3 a revision of another release is no base', () => {
    const previous = { ...firstRevision(), dataset: { ...firstRevision().dataset, id: 'dataset-other' } };
    expect(() => buildRevision(revisionInput({ previous }))).toThrow(/stands on dataset/);
  });

  test('C5 erasing leaves tallies and the hash, and nobody’s name or words', () => {
    const first = firstRevision();
    const erased = erasedRevision(first);
    const text = JSON.stringify(erased);
    for (const personal of [
      'Ana Lima',
      'Ajax',
      'Secret Name',
      'alert(1)',
      'We turn work away',
      'Two placements',
      'Ask the college',
    ]) {
      expect(JSON.stringify(first)).toContain(personal);
      expect(text).not.toContain(personal);
    }
    expect(erased.tallies).toEqual(first.tallies);
    expect(isIntact(erased, sha256)).toBe(true);
  });

  test('A3 a frozen revision that was changed no longer agrees with its hash', () => {
    const first = firstRevision();
    expect(isIntact(first, sha256)).toBe(true);
    expect(isIntact({ ...first, publishedByRole: 'nobody' }, sha256)).toBe(false);
  });
});

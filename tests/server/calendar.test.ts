import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../server/services/calendar.ts';
import type { CalendarInput } from '../../server/services/calendar.ts';

const NOW = Date.parse('2026-11-25T00:00:00Z');
const days = (count: number): string => new Date(NOW + count * 86_400_000).toISOString();
const release = (createdAt: string) => ({ id: 'd-1', title: 'Figures', release: 'May 2024', createdAt });
const published = (publishedAt: string) => ({
  id: 'r-1',
  number: 3,
  dataset: { id: 'd-1', title: 'Figures', release: 'May 2024' },
  publishedAt,
});
const quiet: CalendarInput = {
  now: NOW,
  datasets: [release(days(-10))],
  revisions: [published(days(-10))],
  offers: [],
  replays: [],
  disagreements: [],
  consents: [],
};
const kinds = (part: Partial<CalendarInput>) =>
  calendarOf({ ...quiet, ...part }).map(({ kind, isDue }) => `${kind}${isDue ? ' due' : ''}`);

describe('the calendar', () => {
  test.each<[string, Partial<CalendarInput>, string[]]>([
    ['nothing within a month is nothing', {}, []],
    ['no dataset, no reminder', { datasets: [], revisions: [] }, []],
    [
      'a refresh is announced a month before the quarter is over',
      { datasets: [release(days(-70))] },
      ['refresh'],
    ],
    ['and due when it is', { datasets: [release(days(-92))] }, ['refresh due']],
    [
      'figures older than two years are stale',
      { datasets: [release(days(-800))] },
      ['refresh due', 'stale due'],
    ],
    ['a validated release is due after a year', { revisions: [published(days(-366))] }, ['validation due']],
    ['the latest one counts', { revisions: [published(days(-366)), published(days(-1))] }, []],
    [
      'adjustments that wait on a new release',
      { offers: [{ dataset: 'd-2', standing: 4, release: 'May 2025' }] },
      ['replay due'],
    ],
    [
      'a replay to settle',
      { replays: [{ id: 'y-1', open: 2, release: 'May 2025', startedAt: days(-1) }] },
      ['settle due'],
    ],
    [
      'workshops that disagree',
      { disagreements: [{ dataset: 'd-1', count: 1, release: 'May 2024' }] },
      ['disagreement due'],
    ],
    [
      'a consent that ends next week',
      { consents: [{ workshop: 'w', title: 'W', people: 3, until: NOW + 7 * 86_400_000 }] },
      ['consent'],
    ],
    [
      'one that ends in two months',
      { consents: [{ workshop: 'w', title: 'W', people: 3, until: NOW + 60 * 86_400_000 }] },
      [],
    ],
  ])('%s', (_, part, expected) => {
    expect(kinds(part)).toEqual(expected);
  });

  test('the most pressing stands first', () => {
    const consents = [{ workshop: 'w', title: 'W', people: 1, until: NOW + 86_400_000 }];
    expect(kinds({ consents, datasets: [release(days(-120))] })).toEqual(['refresh due', 'consent']);
  });
});

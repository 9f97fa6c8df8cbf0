import { expect, test } from 'vitest';
import { HiringEventLog } from '../../server/lmi/hiring-event-log.ts';
import type { HiringEvent } from '../../server/lmi/hiring-event.ts';

const notice = (parts: Partial<HiringEvent>): HiringEvent => ({
  id: 'n',
  employer: 'Acme Inc.',
  kind: 'layoff',
  announcedAt: '2026-01-10',
  effectiveAt: '2026-03-10',
  people: 50,
  area: 'Colorado',
  place: 'Denver',
  industry: null,
  occupations: [],
  replaces: 0,
  url: 'https://example.org/warn',
  source: 'warn',
  row: 2,
  ...parts,
});

function resolved(...notices: HiringEvent[]) {
  const log = new HiringEventLog();
  for (const [place, one] of notices.entries()) log.add({ ...one, row: place + 2 });
  return log
    .resolved()
    .map(({ employer, people, announcedAt, replaces }) => ({ employer, people, announcedAt, replaces }));
}

test('C4 an amended notice stands alone: the last word, with how many it takes the place of', () => {
  const later = notice({
    employer: 'ACME (Update to 1/10 notice)',
    announcedAt: '2026-02-01',
    effectiveAt: '2026-04-01',
    people: 30,
  });
  expect(resolved(later, notice({}))).toEqual([
    { employer: 'ACME (Update to 1/10 notice)', people: 30, announcedAt: '2026-02-01', replaces: 1 },
  ]);
});

test('the same notice twice is one event', () => {
  expect(resolved(notice({}), notice({ employer: 'Acme, Inc' }))).toHaveLength(1);
});

test('the same start in the same place is the same event, whatever the wording', () => {
  expect(resolved(notice({}), notice({ announcedAt: '2026-02-20', people: 60 }))).toMatchObject([
    { people: 60, replaces: 1 },
  ]);
});

test.each<[string, Partial<HiringEvent>]>([
  ['another site in brackets', { employer: 'Acme (Englewood)' }],
  ['another place', { place: 'Boulder' }],
  ['another state', { area: 'Utah' }],
  ['a second wave', { announcedAt: '2026-02-20', effectiveAt: '2026-06-10' }],
  [
    'an update half a year later',
    { employer: 'Acme Update', announcedAt: '2026-09-10', effectiveAt: '2026-11-01' },
  ],
])('%s stays an event of its own', (_name, parts) => {
  expect(resolved(notice({}), notice(parts))).toHaveLength(2);
});

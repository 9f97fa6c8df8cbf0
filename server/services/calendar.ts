/** What of a dataset's year is due: the quarterly refresh, the annual validated release, replays, consents that end. Pure. */
const DAY_MS = 24 * 3_600_000;
const QUARTER_DAYS = 91;
const YEAR_DAYS = 365;
/** Reminders begin so long before. */
const AHEAD_DAYS = 30;
/** Figures nobody has refreshed for so long are said to be stale. */
const STALE_DAYS = 2 * YEAR_DAYS;

export interface Reminder {
  kind: 'refresh' | 'validation' | 'replay' | 'settle' | 'disagreement' | 'consent' | 'stale';
  text: string;
  /** What it is about, for a link. */
  on: { kind: 'dataset' | 'replay' | 'workshop'; id: string };
  dueAt: number;
  isDue: boolean;
}

export interface CalendarInput {
  now: number;
  datasets: readonly { id: string; title: string; release: string; createdAt: string }[];
  revisions: readonly {
    id: string;
    number: number;
    dataset: { id: string; title: string; release: string };
    publishedAt: string;
  }[];
  /** Adjustments that stand on an earlier release and could be laid on this dataset. */
  offers: readonly { dataset: string; standing: number; release: string }[];
  replays: readonly { id: string; open: number; release: string; startedAt: string }[];
  disagreements: readonly { dataset: string; count: number; release: string }[];
  /** People of a workshop whose consent to be named or quoted ends. */
  consents: readonly { workshop: string; title: string; people: number; until: number }[];
}

/** The most pressing first; nothing that is further off than a month. */
export function calendarOf(input: CalendarInput): Reminder[] {
  const { now } = input;
  const [newest] = input.datasets.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const [last] = input.revisions.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  const all: Omit<Reminder, 'isDue'>[] = [];
  if (newest)
    all.push({
      kind: 'refresh',
      text: `The newest release is “${newest.release}”. Import the next quarter’s figures, or say that there are none.`,
      on: { kind: 'dataset', id: newest.id },
      dueAt: Date.parse(newest.createdAt) + QUARTER_DAYS * DAY_MS,
    });
  if (last)
    all.push({
      kind: 'validation',
      text: `Revision ${last.number} of ${last.dataset.title} is the last that employers or staff settled. A validated release is due every year.`,
      on: { kind: 'dataset', id: last.dataset.id },
      dueAt: Date.parse(last.publishedAt) + YEAR_DAYS * DAY_MS,
    });
  for (const { dataset, standing, release } of input.offers)
    all.push({
      kind: 'replay',
      text: `${counted(standing, 'adjustment stands', 'adjustments stand')} on an earlier release and ${standing === 1 ? 'is' : 'are'} not laid on “${release}” yet.`,
      on: { kind: 'dataset', id: dataset },
      dueAt: now,
    });
  for (const { id, open, release, startedAt } of input.replays)
    all.push({
      kind: 'settle',
      text:
        open === 0
          ? `The replay on “${release}” is settled and waits to be published.`
          : `The replay on “${release}” waits: ${counted(open, 'conflict', 'conflicts')}.`,
      on: { kind: 'replay', id },
      dueAt: Date.parse(startedAt),
    });
  for (const { dataset, count, release } of input.disagreements)
    all.push({
      kind: 'disagreement',
      text: `On “${release}” two workshops disagree on ${counted(count, 'thing', 'things')}; both stand until a person decides.`,
      on: { kind: 'dataset', id: dataset },
      dueAt: now,
    });
  for (const { workshop, title, people, until } of input.consents)
    all.push({
      kind: 'consent',
      text: `${counted(people, 'person', 'people')} of “${title}” agreed to be named or quoted; the first of these consents ends, and with it the name.`,
      on: { kind: 'workshop', id: workshop },
      dueAt: until,
    });
  for (const each of input.datasets.filter((one) => one.id === newest?.id))
    if (now - Date.parse(each.createdAt) > STALE_DAYS * DAY_MS)
      all.push({
        kind: 'stale',
        text: `“${each.title}” is more than two years old.`,
        on: { kind: 'dataset', id: each.id },
        dueAt: now,
      });
  return all
    .map((each) => ({ ...each, isDue: each.dueAt <= now }))
    .filter(({ dueAt }) => dueAt <= now + AHEAD_DAYS * DAY_MS)
    .sort((a, b) => a.dueAt - b.dueAt);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

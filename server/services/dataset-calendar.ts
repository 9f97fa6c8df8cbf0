/** Gathers what the calendar is made from. */
import type { Rooms } from '../rooms.ts';
import type { Datasets, Revisions } from '../services.ts';
import { calendarOf } from './calendar.ts';
import type { CalendarInput, Reminder } from './calendar.ts';
import type { Replays } from './replay-types.ts';

export interface CalendarOptions {
  rooms: Rooms;
  datasets: Datasets;
  revisions: Revisions;
  replays: Replays;
  now: () => number;
}

export async function remindersOf({
  rooms,
  datasets,
  revisions,
  replays,
  now,
}: CalendarOptions): Promise<Reminder[]> {
  const [releases, published, begun] = await Promise.all([datasets.list(), revisions.list(), replays.list()]);
  const offers: CalendarInput['offers'][number][] = [];
  const differing: CalendarInput['disagreements'][number][] = [];
  for (const { id, release, createdAt } of releases) {
    for (const { standing, replay, dataset } of await replays.offers(id)) {
      const from = releases.find((each) => each.id === dataset.id);
      if (replay === null && from && from.createdAt < createdAt)
        offers.push({ dataset: id, standing, release });
    }
    const count = (await replays.disagreements(id)).length;
    if (count > 0) differing.push({ dataset: id, count, release });
  }
  return calendarOf({
    now: now(),
    datasets: releases,
    revisions: published.filter(({ workshop }) => !workshop?.rehearsal),
    offers,
    replays: begun
      .filter(({ revision }) => revision === null)
      .map(({ id, open, to, startedAt }) => ({ id, open, release: to.release, startedAt })),
    disagreements: differing,
    consents: await consentsOf(rooms, now()),
  });
}

async function consentsOf(rooms: Rooms, now: number): Promise<CalendarInput['consents'][number][]> {
  const found: CalendarInput['consents'][number][] = [];
  for (const { id, title, rehearsal, stage } of await rooms.list()) {
    if (rehearsal || stage === 'draft') continue;
    const room = await rooms.get(id);
    const ends = await room?.read(({ participants }) =>
      Object.values(participants).flatMap(({ consent }) =>
        consent && (consent.named || consent.quoted) && consent.until > now ? [consent.until] : [],
      ),
    );
    if (ends && ends.length > 0)
      found.push({ workshop: id, title, people: ends.length, until: Math.min(...ends) });
  }
  return found;
}

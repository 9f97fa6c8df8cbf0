/**
 * The log of hiring events. Publishers list a notice again when it is amended, and sometimes twice: the last word on an event
 * stands, and says how many notices it takes the place of. What is not certainly the same event stays apart.
 */
import type { HiringEvent } from './hiring-event.ts';
import { foldText } from './words.ts';

const amendsWithinDays = 180;
const dayMs = 86_400_000;
const amending = /\b(update[ds]?|amended|amendment|revised|correction)\b/i;
/** "(Update to 12/30/19)" is a remark; "(Englewood)" is a site, and another event. */
const remarks =
  /\([^)]*\b(update[ds]?|amended|amendment|revised|correction)\b[^)]*\)|\b(update[ds]?|amended|amendment|revised)\b/gi;
const forms = /\b(inc|incorporated|llc|llp|lp|ltd|corp|corporation|company|co)\b/g;

interface Logged extends HiringEvent {
  employerKey: string;
  isAmendment: boolean;
}

export class HiringEventLog {
  #events: Logged[] = [];

  /** `employer` may carry the publisher's remark "(Update)"; it is kept, and tells an amendment. */
  add(event: HiringEvent, isAmendment = false): void {
    this.#events.push({
      ...event,
      employerKey: employerKey(event.employer),
      isAmendment: isAmendment || amending.test(event.employer),
    });
  }

  /** In the order of the notices. */
  resolved(): HiringEvent[] {
    const byEmployer = new Map<string, Logged[]>();
    for (const event of [...this.#events].sort(byDay)) {
      const key = `${event.employerKey}|${event.area}`;
      const standing = byEmployer.get(key) ?? [];
      byEmployer.set(key, standing);
      const earlier = standing.findLastIndex((other) => isSameEvent(other, event));
      const replaced = earlier === -1 ? undefined : standing.splice(earlier, 1)[0];
      standing.push({ ...event, replaces: event.replaces + (replaced ? replaced.replaces + 1 : 0) });
    }
    return [...byEmployer.values()]
      .flat()
      .sort(byDay)
      .map(({ employerKey: _key, isAmendment: _amends, ...event }) => event);
  }
}

/** Of one day, in the order they were read. */
function byDay(a: HiringEvent, b: HiringEvent): number {
  return a.announcedAt.localeCompare(b.announcedAt) || (a.row ?? 0) - (b.row ?? 0);
}

/** "Sandoz Inc. (Update)" and "Sandoz" are one employer. */
function employerKey(employer: string): string {
  return foldText(employer.replace(remarks, ' ')).replace(forms, ' ').replace(/ +/g, ' ').trim();
}

function isSameEvent(earlier: Logged, later: Logged): boolean {
  const isSamePlace = foldText(earlier.place ?? '') === foldText(later.place ?? '');
  const isSameDay = earlier.announcedAt === later.announcedAt;
  const isSameStart = later.effectiveAt !== null && earlier.effectiveAt === later.effectiveAt;
  const isRepeated =
    isSameDay && earlier.effectiveAt === later.effectiveAt && earlier.people === later.people;
  if (isSamePlace && (isRepeated || isSameStart)) return true;
  const days = (Date.parse(later.announcedAt) - Date.parse(earlier.announcedAt)) / dayMs;
  return later.isAmendment && days <= amendsWithinDays && (isSamePlace || !later.place || !earlier.place);
}

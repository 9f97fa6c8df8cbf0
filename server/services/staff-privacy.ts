/** Retention and erasure (C5): what was promised at the door happens, also when nobody remembers it, and is reported. */
import type { Rooms } from '../rooms.ts';
import type { StaffSession } from '../services.ts';
import type { Store } from '../store/port.ts';
import { SerialQueue } from '../store/serial-queue.ts';
import { erasedState } from '../workshop/erased-state.ts';
import { erasureCounts } from '../workshop/erasure-counts.ts';
import { personalLabels } from '../workshop/personal-labels.ts';
import { retainedUntil } from '../workshop/retention.ts';
import { erasureReport } from './erasure-report.ts';
import type { ErasureCounts, ErasureReport } from './erasure-report.ts';
import type { StoredRevisions } from './revisions.ts';
import type { Refused, Retention, StaffAudit, StaffPrivacy } from './staff-types.ts';

const PREFIX = 'erasure-';
const THE_RULE: StaffSession = { id: 'retention', name: 'The retention rule' };
const NOTHING: Refused = {
  message:
    'There is nothing to erase: only a published workshop that still holds personal data can be erased.',
};

export interface PrivacyOptions {
  store: Store;
  rooms: Rooms;
  revisions: StoredRevisions;
  audit: StaffAudit;
  now: () => number;
}

export class RoomPrivacy implements StaffPrivacy {
  readonly #options: PrivacyOptions;
  readonly #queue = new SerialQueue();

  constructor(options: PrivacyOptions) {
    this.#options = options;
  }

  async retained(): Promise<Retention[]> {
    const { rooms, now } = this.#options;
    return (await rooms.list())
      .flatMap(({ id, title, code, people, rehearsal, retainedUntil: dueAt }) =>
        dueAt === null || rehearsal ? [] : [{ id, title, code, people, dueAt, isDue: dueAt <= now() }],
      )
      .sort((a, b) => a.dueAt - b.dueAt);
  }

  async preview(workshop: string): Promise<ErasureCounts | null> {
    const room = await this.#options.rooms.get(workshop);
    const counts = await room?.read((state) => (retainedUntil(state) === null ? null : erasureCounts(state)));
    return counts ? { ...counts, revisions: await this.#options.revisions.countOf(workshop) } : null;
  }

  erase(workshop: string, by: StaffSession): Promise<ErasureReport | Refused> {
    return this.#queue.run(() => this.#erase(workshop, by));
  }

  async #erase(workshop: string, by: StaffSession): Promise<ErasureReport | Refused> {
    const { store, rooms, revisions, audit, now } = this.#options;
    const counts = await this.preview(workshop);
    const before = await (await rooms.get(workshop))?.read((state) => structuredClone(state));
    if (!counts || !before) return NOTHING;
    const labels = personalLabels(before);
    // The revisions first: cut short, the workshop is still there, and is erased at the next try.
    await revisions.erase(workshop, labels);
    await rooms.replace(workshop, (state) => erasedState(state, labels));
    const { id, setup } = before;
    const report: ErasureReport = { workshop: id, title: setup.title, at: now(), by: by.name, counts };
    await store.write('staff', PREFIX + id, report);
    const who = { id: by.id, name: by.name };
    await audit.record({
      who,
      what: 'erased',
      on: { kind: 'workshop', id, title: setup.title },
      more: `${counts.people} people, ${counts.answers} answers, ${counts.words} texts`,
    });
    return report;
  }

  async eraseDue(): Promise<ErasureReport[]> {
    const done: ErasureReport[] = [];
    for (const { id, isDue } of await this.retained()) {
      const report = isDue ? await this.erase(id, THE_RULE) : null;
      if (report && !('message' in report)) done.push(report);
    }
    return done;
  }

  async reports(): Promise<ErasureReport[]> {
    const { store } = this.#options;
    const ids = (await store.list('staff')).filter((id) => id.startsWith(PREFIX));
    const all = await Promise.all(
      ids.map((id) => store.read('staff', id, (value) => erasureReport.parse(value))),
    );
    return all.filter((each) => each !== null).sort((a, b) => b.at - a.at);
  }
}

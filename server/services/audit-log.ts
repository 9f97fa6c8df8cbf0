/**
 * What staff did, in a document for each month that is only ever added to. Kept for two years, then a whole month goes:
 * long enough to answer who decided, short enough for what is personal data of staff.
 */
import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import { guardText } from '../lmi/inert-text.ts';
import type { Store } from '../store/port.ts';
import { SerialQueue } from '../store/serial-queue.ts';
import { auditEntry } from './audit-entry.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { AuditFilter, StaffAudit } from './staff-types.ts';

const MONTHS_KEPT = 24;
const PREFIX = 'audit-';

const month = z.strictObject({ version: z.literal(1), entries: z.array(auditEntry) });

export class StoredAudit implements StaffAudit {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #queue = new SerialQueue();

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  record(entry: Parameters<StaffAudit['record']>[0]): Promise<void> {
    return this.#queue.run(async () => {
      const at = this.#now();
      const id = PREFIX + monthOf(at);
      const before = await this.#read(id);
      if (before.length === 0) await this.#forgetOld(at);
      const entries = [...before, { more: null, items: [], ...entry, at }];
      await this.#store.write('staff', id, { version: 1, entries });
    });
  }

  async list(filter: AuditFilter = {}): Promise<AuditEntry[]> {
    const months = await this.#months();
    const all = await Promise.all(months.map((id) => this.#read(id)));
    return all
      .flat()
      .filter((entry) => matches(entry, filter))
      .reverse();
  }

  async csv(filter: AuditFilter = {}): Promise<string> {
    const rows = (await this.list(filter)).map(({ at, who, what, on, more, items }) => [
      new Date(at).toISOString(),
      ...[who.name, who.id, what, on?.kind, on?.id, on?.title, more].map((text) => guardText(text ?? '')),
      String(items.length),
    ]);
    const head = ['at', 'who', 'who_id', 'what', 'on_kind', 'on_id', 'on_title', 'more', 'adjustments'];
    return stringify([head, ...rows], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
  }

  async decidedBy(workshop: string): Promise<Record<string, string>> {
    const decisions = (await this.list({ what: 'decision' })).filter(({ on }) => on?.id === workshop);
    const names: Record<string, string> = {};
    for (const { items, who } of decisions) for (const item of items) names[item] ??= who.name;
    return names;
  }

  async publishedBy(revision: string): Promise<string | null> {
    const entries = await this.list({ what: 'published' });
    return entries.find(({ items }) => items.includes(revision))?.who.name ?? null;
  }

  async #months(): Promise<string[]> {
    return (await this.#store.list('staff')).filter((id) => id.startsWith(PREFIX)).sort();
  }

  async #read(id: string): Promise<AuditEntry[]> {
    return (await this.#store.read('staff', id, (value) => month.parse(value)))?.entries ?? [];
  }

  async #forgetOld(at: number): Promise<void> {
    const oldest = new Date(at);
    oldest.setUTCDate(1);
    oldest.setUTCMonth(oldest.getUTCMonth() - MONTHS_KEPT);
    const kept = PREFIX + monthOf(oldest.getTime());
    for (const id of await this.#months()) if (id < kept) await this.#store.remove('staff', id);
  }
}

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

function matches({ who, what, on, more }: AuditEntry, filter: AuditFilter): boolean {
  const words = [who.name, on?.title, on?.id, more].join(' ').toLowerCase();
  return (
    (!filter.what || what === filter.what) &&
    (!filter.who || who.name === filter.who) &&
    words.includes((filter.text ?? '').trim().toLowerCase())
  );
}

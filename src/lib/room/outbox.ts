/**
 * What was said and is not acknowledged yet, kept so that a closed tab loses nothing (R1, R3). Entries belong to one person
 * in one workshop: what another person left on the same device is never sent.
 */
import type { RoomCommand } from '../protocol/commands/index.ts';

export interface OutboxEntry {
  id: string;
  command: RoomCommand;
  /** Order of sending on this device. */
  order: number;
}

export interface Outbox {
  /** Oldest first. */
  load(owner: string): Promise<OutboxEntry[]>;
  put(owner: string, entry: OutboxEntry): Promise<void>;
  remove(owner: string, entry: Pick<OutboxEntry, 'id'>): Promise<void>;
}

export function memoryOutbox(): Outbox {
  const kept = new Map<string, Map<string, OutboxEntry>>();
  const of = (owner: string): Map<string, OutboxEntry> => {
    const entries = kept.get(owner) ?? new Map<string, OutboxEntry>();
    kept.set(owner, entries);
    return entries;
  };
  return {
    load: async (owner) => [...of(owner).values()].sort((a, b) => a.order - b.order),
    put: async (owner, entry) => void of(owner).set(entry.id, entry),
    remove: async (owner, entry) => void of(owner).delete(entry.id),
  };
}

/** An outbox that is still being opened. */
export function lazyOutbox(opening: Promise<Outbox>): Outbox {
  return {
    load: async (owner) => (await opening).load(owner),
    put: async (owner, entry) => (await opening).put(owner, entry),
    remove: async (owner, entry) => (await opening).remove(owner, entry),
  };
}

/** All workshops of this server: found by id or join code, brought to life when somebody asks for one. */
import type { WorkshopEvent } from './workshop/events.ts';
import type { WorkshopState } from './workshop/state.ts';
import { Room } from './room.ts';
import { readJoinCode } from './room/ids.ts';
import type { RoomPorts } from './room/ports.ts';
import { restore } from './room/restored.ts';
import { summaryOf } from './room/summary.ts';
import type { WorkshopSummary } from './room/summary.ts';

export class Rooms {
  readonly #ports: RoomPorts;
  readonly #live = new Map<string, Promise<Room | null>>();
  /** When somebody last asked for it. */
  readonly #askedAt = new Map<string, number>();
  /** Rooms that are being put away: the next life begins when this one is on the disk. */
  readonly #ending = new Map<string, Promise<void>>();
  readonly #codes = new Map<string, string>();
  readonly #summaries = new Map<string, WorkshopSummary>();

  private constructor(ports: RoomPorts) {
    this.#ports = ports;
  }

  /** Reads every stored workshop once, so that a damaged one stops the start and not the workshop. */
  static async open(ports: RoomPorts): Promise<Rooms> {
    const rooms = new Rooms(ports);
    for (const id of await ports.store.listWorkshops()) {
      const restored = await restore(id, ports.store, ports.rules);
      if (restored) rooms.#index(summaryOf(restored.state));
    }
    return rooms;
  }

  get(id: string): Promise<Room | null> {
    if (!this.#summaries.has(id)) return Promise.resolve(null);
    this.#askedAt.set(id, this.#ports.now());
    let room = this.#live.get(id);
    if (!room) {
      room = this.#wake(id);
      this.#live.set(id, room);
      room.catch(() => this.#live.delete(id));
    }
    return room;
  }

  /** By a join code as a person typed it. */
  async byCode(typed: string): Promise<Room | null> {
    const id = this.idOf(typed);
    return id === null ? null : this.get(id);
  }

  /** Takes as long for a code that is none. */
  idOf(typed: string): string | null {
    const code = readJoinCode(typed);
    return (code !== null && this.#codes.get(code)) || null;
  }

  /** How many are in memory. */
  get liveCount(): number {
    return this.#live.size;
  }

  isCodeTaken(code: string): boolean {
    return this.#codes.has(code);
  }

  async list(): Promise<WorkshopSummary[]> {
    const summaries = [...this.#summaries].map(async ([id, asleep]) => {
      const room = await this.#live.get(id);
      return room ? room.read(summaryOf) : asleep;
    });
    return (await Promise.all(summaries)).sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Stores the first events of a new workshop. */
  async create(id: string, actor: string, events: readonly WorkshopEvent[]): Promise<Room> {
    const { store, rules, now } = this.#ports;
    await store.append(id, 1, [{ seq: 1, at: now(), command: null, actor, events }]);
    const restored = await restore(id, store, rules);
    if (restored) this.#index(summaryOf(restored.state));
    const room = await this.get(id);
    if (!room) throw new Error(`Workshop ${id} was created by no event.`);
    return room;
  }

  /** Puts away the rooms in which nobody is and for which nobody has asked for so long; who asks again finds them as they were. */
  async rest(unaskedMs: number): Promise<void> {
    const before = this.#ports.now() - unaskedMs;
    for (const [id, loading] of [...this.#live]) {
      const room = await loading.catch(() => null);
      const isUnasked = (this.#askedAt.get(id) ?? 0) <= before && this.#live.get(id) === loading;
      if (room?.isIdle && isUnasked) await this.#putAway(id, room);
    }
  }

  async discard(id: string): Promise<void> {
    const room = await this.get(id);
    const code = this.#summaries.get(id)?.code;
    this.#summaries.delete(id);
    this.#live.delete(id);
    if (code !== undefined) this.#codes.delete(code);
    await room?.discard();
    await this.#ports.store.removeWorkshop(id);
  }

  /** Puts another state in the place of everything stored of a workshop (C5); who is in it has to come in again. */
  async replace(id: string, change: (state: WorkshopState) => WorkshopState): Promise<void> {
    const room = await this.get(id);
    if (!room) return;
    const replaced = this.#replaced(id, room, change);
    // Whoever asks for the room meanwhile gets the new one.
    this.#live.set(id, replaced);
    replaced.catch(() => this.#live.delete(id));
    await replaced;
  }

  async #replaced(
    id: string,
    room: Room,
    change: (state: WorkshopState) => WorkshopState,
  ): Promise<Room | null> {
    const { store, rules } = this.#ports;
    await room.discard('no_seat');
    const restored = await restore(id, store, rules);
    if (!restored) return null;
    await store.replaceWorkshop(id, { seq: restored.seq, state: change(restored.state), answered: [] });
    return Room.load(id, this.#ports);
  }

  /** Every room finishes what it has begun. */
  async close(): Promise<void> {
    await Promise.all(this.#ending.values());
    const rooms = await Promise.all([...this.#live.values()]);
    await Promise.all(rooms.map(async (room) => room?.close()));
  }

  async #wake(id: string): Promise<Room | null> {
    await this.#ending.get(id);
    return Room.load(id, this.#ports);
  }

  async #putAway(id: string, room: Room): Promise<void> {
    this.#live.delete(id);
    const ended = this.#end(id, room).finally(() => this.#ending.delete(id));
    this.#ending.set(id, ended);
    await ended;
  }

  async #end(id: string, room: Room): Promise<void> {
    await room.close();
    this.#summaries.set(id, await room.read(summaryOf));
    await this.#ports.store.release(id);
  }

  #index(summary: WorkshopSummary): void {
    this.#summaries.set(summary.id, summary);
    this.#codes.set(summary.code, summary.id);
  }
}

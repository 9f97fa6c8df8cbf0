/**
 * The state of one workshop and what of it is not stored yet. `take` decides and applies in memory, `commit` stores all
 * that was taken in one append; until then nobody outside may see it.
 */
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import { actorOf, holderOf } from '../seats.ts';
import type { JournalRecord } from '../store/port.ts';
import type { WorkshopEvent } from '../workshop/events.ts';
import type { Actor, Decision, Reference } from '../workshop/ports.ts';
import type { WorkshopState } from '../workshop/state.ts';
import { digestOf, stampedHash } from './answered.ts';
import { isCheckpointDue } from './checkpoint-due.ts';
import type { RoomPorts } from './ports.ts';
import { refuse } from './refuse.ts';
import { restore } from './restored.ts';
import type { Restored } from './restored.ts';

/** Who asks: known to the server, or whoever holds the token of this hash when the command's turn comes. */
export type Asker = Actor | { hash: string };

export interface Request {
  /** Made by the sender (R3). */
  id: string;
  command: Command;
  /** For a command that moves the workshop to another dataset. */
  reference?: Reference;
}

export class Ledger {
  readonly #id: string;
  readonly #ports: RoomPorts;
  #stored: Restored;
  #reference: Reference;
  #taken: JournalRecord[] = [];
  #isSpoilt = false;

  private constructor(id: string, ports: RoomPorts, stored: Restored, reference: Reference) {
    this.#id = id;
    this.#ports = ports;
    this.#stored = stored;
    this.#reference = reference;
  }

  /** null when nothing is stored under that id. */
  static async load(id: string, ports: RoomPorts): Promise<Ledger | null> {
    const stored = await restore(id, ports.store, ports.rules);
    if (!stored) return null;
    return new Ledger(id, ports, stored, await ports.referenceFor(stored.state.setup.datasetId));
  }

  get state(): WorkshopState {
    return this.#stored.state;
  }

  get isCheckpointDue(): boolean {
    return isCheckpointDue(this.#stored.seq, this.#stored.checkpointSeq);
  }

  /** True after an event could not be applied: what was taken before it can be committed, then `reload`. */
  get isSpoilt(): boolean {
    return this.#isSpoilt;
  }

  /** The acknowledgement that will be true once `commit` has resolved. */
  take(asker: Asker, request: Request): Ack {
    const digest = digestOf(request.command);
    const known = this.#stored.answered.find(request.id, digest);
    if (known) return known === 'reused' ? refuse('id_reused') : known;
    const actor = this.#actor(asker);
    if (!actor) return refuse('not_allowed');
    const now = this.#ports.now();
    const decision = this.#decide(actor, request, now);
    if ('refusal' in decision) return refuse(decision.refusal);
    const warning = decision.warning ?? null;
    const seq = this.#stored.seq + 1;
    const command = { id: request.id, hash: stampedHash(digest, warning) };
    const record = { seq, at: now, command, actor: `${actor.role}:${actor.id}`, events: decision.events };
    if (!this.#apply(record)) return refuse('internal');
    if (request.reference) this.#moveTo(request.reference);
    return { ok: true, seq, warning };
  }

  /** Stores what was taken; the events of it. */
  async commit(): Promise<WorkshopEvent[]> {
    const taken = this.#taken;
    this.#taken = [];
    const first = taken[0];
    if (first) await this.#ports.store.append(this.#id, first.seq, taken);
    return taken.flatMap(({ events }) => events as WorkshopEvent[]);
  }

  /** Forgets all that is not stored. */
  async reload(): Promise<void> {
    const stored = await restore(this.#id, this.#ports.store, this.#ports.rules);
    if (!stored) throw new Error(`Workshop ${this.#id} is no longer in the store.`);
    const reference = await this.#ports.referenceFor(stored.state.setup.datasetId);
    this.#stored = stored;
    this.#reference = reference;
    this.#taken = [];
    this.#isSpoilt = false;
  }

  /** This state takes the place of all that is stored, and of what was answered. Only between commits. */
  async rewrite(state: WorkshopState): Promise<void> {
    await this.#ports.store.replaceWorkshop(this.#id, { seq: this.#stored.seq, state, answered: [] });
    await this.reload();
  }

  /** Writes the state whole, so that a start reads little journal. Only between commits. */
  async checkpoint(): Promise<void> {
    const { seq, checkpointSeq, state, answered } = this.#stored;
    if (seq === checkpointSeq) return;
    await this.#ports.store.writeCheckpoint(this.#id, { seq, state, answered: answered.entries() });
    this.#stored.checkpointSeq = seq;
  }

  #actor(asker: Asker): Actor | null {
    if ('role' in asker) return asker;
    const holder = holderOf(this.state, asker.hash);
    return holder && actorOf(holder);
  }

  #decide(actor: Actor, { id, command, reference }: Request, now: number): Decision {
    try {
      const context = { now, commandId: id, reference: reference ?? this.#reference };
      return this.#ports.rules.decide(this.state, actor, command, context);
    } catch (error) {
      this.#report(error, command.type);
      return { refusal: 'internal' };
    }
  }

  #apply(record: JournalRecord): boolean {
    const events = record.events as WorkshopEvent[];
    try {
      for (const event of events) this.#ports.rules.apply(this.state, event);
    } catch (error) {
      this.#report(error, events.map(({ type }) => type).join(' '));
      this.#isSpoilt = true;
      return false;
    }
    this.#stored.seq = record.seq;
    this.#stored.answered.remember(record);
    this.#taken.push(record);
    return true;
  }

  #moveTo(reference: Reference): void {
    if (this.state.setup.datasetId === reference.dataset.id) this.#reference = reference;
  }

  #report(error: unknown, what: string): void {
    this.#ports.log.error({ err: error, workshop: this.#id, what }, 'a rule threw');
  }
}

/** What staff do with workshops. Everything that changes one goes through its room's queue, as what a phone sends does. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import { workshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import type { WorkshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import { REFUSALS } from '../../src/lib/protocol/refusals.ts';
import { exportSoFarZip } from '../export/so-far.ts';
import type { Revision } from '../lmi/revision.ts';
import { newId, newJoinCode } from '../room/ids.ts';
import type { Rules } from '../room/ports.ts';
import { refuse } from '../room/refuse.ts';
import type { Room } from '../room.ts';
import type { Rooms } from '../rooms.ts';
import type { Datasets, GuideTemplate, StaffSession, Workshops, WorkshopSummary } from '../services.ts';
import type { Store } from '../store/port.ts';
import { createWorkshop } from '../workshop/create.ts';
import type { Actor } from '../workshop/ports.ts';
import { soFarOf } from '../workshop/so-far.ts';
import type { WorkshopState } from '../workshop/state.ts';
import { blankSetup } from './blank-setup.ts';
import { previewOf } from './preview.ts';
import type { StoredRevisions } from './revisions.ts';

const STAFF: Actor = { role: 'staff', id: 'staff' };

const template = z.strictObject({
  id: z.string(),
  title: z.string(),
  savedAt: z.number(),
  setup: workshopSetup.omit({ title: true }),
});

/** Simulated employers for the workshop of this id. */
export type StartRehearsal = (workshop: { id: string; code: string; employers: number }) => Promise<void>;

export interface WorkshopsOptions {
  store: Store;
  rooms: Rooms;
  rules: Rules;
  datasets: Datasets;
  revisions: StoredRevisions;
  startRehearsal: StartRehearsal;
  now: () => number;
}

export class StaffWorkshops implements Workshops {
  readonly #options: WorkshopsOptions;

  constructor(options: WorkshopsOptions) {
    this.#options = options;
  }

  list(): Promise<WorkshopSummary[]> {
    return this.#options.rooms.list();
  }

  async get(id: string): Promise<WorkshopState | null> {
    return copyOf(await this.#options.rooms.get(id));
  }

  async blankSetup(datasetId: string): Promise<WorkshopSetup | null> {
    const dataset = await this.#options.datasets.get(datasetId);
    return dataset && blankSetup(dataset);
  }

  create(setup: WorkshopSetup): Promise<string> {
    return this.#create(setup, false);
  }

  async prepare(id: string, setup: WorkshopSetup): Promise<Ack> {
    const dataset = await this.#options.datasets.get(setup.datasetId);
    if (!dataset) return refuse('not_found');
    const reference = { codeList: this.#options.datasets.codeList, dataset };
    const room = await this.#options.rooms.get(id);
    if (!room) return refuse('not_found');
    return room.ask(STAFF, { id: randomUUID(), command: { type: 'workshop.prepare', setup }, reference });
  }

  async duplicate(id: string): Promise<string> {
    const state = await this.#existing(id);
    const title = `${state.setup.title} (copy)`.slice(0, 120);
    return this.#create({ ...state.setup, title }, false);
  }

  open(id: string): Promise<Ack> {
    return this.#ask(id, { type: 'workshop.open' });
  }

  close(id: string): Promise<Ack> {
    return this.#ask(id, { type: 'workshop.close' });
  }

  startReview(id: string): Promise<Ack> {
    return this.#ask(id, { type: 'workshop.review' });
  }

  decide(id: string, session: StaffSession, input: Parameters<Workshops['decide']>[2]): Promise<Ack> {
    return this.#ask(id, { type: 'adjustment.decide', ...input }, { role: 'staff', id: session.id });
  }

  publish(id: string, session: StaffSession): Promise<{ revision: string } | { message: string }> {
    return this.#options.revisions.inTurn(() => this.#publish(id, session));
  }

  async draftRevision(id: string): Promise<Revision | null> {
    const state = await this.get(id);
    return state && this.#options.revisions.draft(state);
  }

  async rehearse(id: string, employers: number): Promise<string> {
    const { setup } = await this.#existing(id);
    const copy = await this.#create(setup, true);
    const opened = await this.open(copy);
    if (!opened.ok) {
      await this.discard(copy);
      throw new Error(opened.message);
    }
    const { code } = await this.#existing(copy);
    try {
      await this.#options.startRehearsal({ id: copy, code, employers });
    } catch (error) {
      await this.discard(copy);
      throw error;
    }
    return copy;
  }

  async discard(id: string): Promise<void> {
    const state = await this.get(id);
    if (!state) return;
    if (!state.rehearsal && state.stage !== 'draft') throw new Error(REFUSALS.wrong_stage);
    await this.#options.rooms.discard(id);
    if (state.revision) await this.#options.revisions.remove(state.revision.id);
  }

  async templates(): Promise<GuideTemplate[]> {
    const { store } = this.#options;
    const ids = await store.list('templates');
    const all = await Promise.all(
      ids.map((id) => store.read('templates', id, (value) => template.parse(value))),
    );
    return all.filter((each) => each !== null).sort((a, b) => b.savedAt - a.savedAt);
  }

  async saveTemplate(title: string, { title: _, ...setup }: WorkshopSetup): Promise<string> {
    const id = newId('t');
    await this.#options.store.write('templates', id, { id, title, savedAt: this.#options.now(), setup });
    return id;
  }

  async removeTemplate(id: string): Promise<void> {
    await this.#options.store.remove('templates', id);
  }

  async preview(id: string, activity: string, phase: string): ReturnType<Workshops['preview']> {
    const room = await this.#options.rooms.get(id);
    if (!room) return null;
    const { rules, now } = this.#options;
    return room.read((state) => previewOf(state, { activity, phase }, rules, now()));
  }

  async exportSoFar(id: string): Promise<{ fileName: string; bytes: Uint8Array } | null> {
    const state = await this.get(id);
    const dataset = state && (await this.#options.datasets.get(state.deck.datasetId));
    if (!dataset) return null;
    const bytes = exportSoFarZip(soFarOf(state, this.#options.now()), dataset);
    return { fileName: `plumbline-${state.code.toLowerCase()}-so-far.zip`, bytes };
  }

  async #create(setup: WorkshopSetup, rehearsal: boolean): Promise<string> {
    const { rooms, datasets, now } = this.#options;
    const dataset = await datasets.get(setup.datasetId);
    if (!dataset) throw new Error(`There is no dataset ${setup.datasetId}.`);
    const id = newId('w');
    let code = newJoinCode();
    while (rooms.isCodeTaken(code)) code = newJoinCode();
    const { codeList } = datasets;
    const events = createWorkshop({ id, code, now: now(), rehearsal, setup, dataset, codeList });
    await rooms.create(id, 'staff:staff', events);
    return id;
  }

  async #publish(id: string, session: StaffSession): Promise<{ revision: string } | { message: string }> {
    const state = await this.get(id);
    const made = state && (await this.#options.revisions.draft(state));
    if (!made) return { message: REFUSALS.not_found };
    if (state.stage !== 'review') return { message: REFUSALS.wrong_stage };
    await this.#options.revisions.save(made);
    const command = { type: 'workshop.publish', revision: made.id, number: made.number } as const;
    const ack = await this.#ask(id, command, { role: 'staff', id: session.id });
    if (ack.ok) return { revision: made.id };
    await this.#options.revisions.remove(made.id);
    return { message: ack.message };
  }

  async #ask(id: string, command: Command, actor = STAFF): Promise<Ack> {
    const room = await this.#options.rooms.get(id);
    return room ? room.ask(actor, { id: randomUUID(), command }) : refuse('not_found');
  }

  async #existing(id: string): Promise<WorkshopState> {
    const state = await this.get(id);
    if (!state) throw new Error(`There is no workshop ${id}.`);
    return state;
  }
}

async function copyOf(room: Room | null): Promise<WorkshopState | null> {
  return room && room.read((state) => structuredClone(state));
}

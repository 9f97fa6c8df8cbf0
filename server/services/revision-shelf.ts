/** The revisions as they are stored: a few kept whole, of all of them what lists ask for. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { revision } from '../lmi/revision.ts';
import type { Revision } from '../lmi/revision.ts';
import type { Store } from '../store/port.ts';
import { factsOf } from './revision-facts.ts';
import type { RevisionFacts } from './revision-facts.ts';
import { isShort } from './revision-thread.ts';
import type { RevisionThread } from './revision-thread.ts';

const KEPT_WHOLE = 6;

export class RevisionShelf {
  readonly #store: Store;
  readonly #thread: RevisionThread;
  readonly #read = new Map<string, Promise<Revision | null>>();
  readonly #facts = new Map<string, Promise<RevisionFacts | null>>();

  constructor(store: Store, thread: RevisionThread) {
    this.#store = store;
    this.#thread = thread;
  }

  async save(made: Revision): Promise<void> {
    // Made, checked and written in turns of their own: of a long one each takes a third of a second.
    await nextTurn();
    const checked = revision.parse(made);
    await nextTurn();
    await this.#store.write('revisions', made.id, checked);
    this.#forget(made.id);
    this.#facts.set(made.id, Promise.resolve(factsOf(made)));
  }

  /** Nothing of what it was before is kept (C5). */
  async replace(whole: Revision): Promise<void> {
    await this.#store.replace('revisions', whole.id, revision.parse(whole));
    this.#forget(whole.id);
  }

  async remove(id: string): Promise<void> {
    this.#forget(id);
    await this.#store.remove('revisions', id);
  }

  async allFacts(): Promise<RevisionFacts[]> {
    const ids = await this.#store.list('revisions');
    const all = await Promise.all(ids.map((id) => this.facts(id)));
    return all.filter((each) => each !== null);
  }

  /** A revision is frozen: what was read once is what it is, until it is erased. */
  whole(id: string): Promise<Revision | null> {
    const known = this.#read.get(id);
    this.#read.delete(id);
    const reading = known ?? this.#readWhole(id);
    // The one asked for last stands last: the first one goes.
    this.#read.set(id, reading);
    const [oldest] = this.#read.keys();
    if (this.#read.size > KEPT_WHOLE && oldest !== undefined) this.#read.delete(oldest);
    if (!known) this.#unlessFound(this.#read, id, reading);
    return reading;
  }

  facts(id: string): Promise<RevisionFacts | null> {
    let reading = this.#facts.get(id);
    if (!reading) {
      reading = this.#readFacts(id);
      this.#facts.set(id, reading);
      this.#unlessFound(this.#facts, id, reading);
    }
    return reading;
  }

  async #readWhole(id: string): Promise<Revision | null> {
    const bytes = await this.#store.stored('revisions', id);
    const apart = bytes && !isShort(bytes) ? await this.#thread.revision(bytes) : null;
    return apart ?? this.#store.read('revisions', id, (value) => revision.parse(value));
  }

  async #readFacts(id: string): Promise<RevisionFacts | null> {
    const [store, thread] = [this.#store, this.#thread];
    const bytes = this.#read.has(id) ? null : await store.stored('revisions', id);
    const apart = bytes && !isShort(bytes) ? await thread.facts(bytes) : null;
    if (apart) return apart;
    const found = await this.whole(id);
    return found && factsOf(found);
  }

  /** Only what is there is remembered: another may be saved under this identifier later. */
  #unlessFound<T>(kept: Map<string, Promise<T | null>>, id: string, reading: Promise<T | null>): void {
    const forget = (): void => {
      if (kept.get(id) === reading) kept.delete(id);
    };
    void reading.then((found) => found ?? forget(), forget);
  }

  #forget(id: string): void {
    this.#read.delete(id);
    this.#facts.delete(id);
  }
}

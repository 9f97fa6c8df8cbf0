/** What the facilitator of a rehearsal does with what the room brought, decided by the seed and nothing of timing. */
import type { ConsoleView } from '../../src/lib/protocol/views/faces.ts';
import type { Facilitator } from './facilitator.ts';
import type { Lookup } from './contributions.ts';
import { byId } from './mind.ts';
import { Stream } from './stream.ts';

type Entry = ConsoleView['entries'][number];

export class Moderation {
  readonly #seed: number;
  readonly #facilitator: Facilitator;
  readonly #lookup: Lookup;
  /** Pathways of which the room has put steps into an order. */
  #ordered: string[] = [];

  constructor(seed: number, facilitator: Facilitator, lookup: Lookup) {
    this.#seed = seed;
    this.#facilitator = facilitator;
    this.#lookup = lookup;
  }

  /** When the phase has just been opened. */
  async prepare(view: ConsoleView): Promise<void> {
    if (view.content.kind === 'group') await this.#create(view, 'category', 'Hands-on technical work');
  }

  /** When the lists are written, and before they are answered to. */
  async sort(view: ConsoleView): Promise<void> {
    await this.#release(view);
    if (view.content.kind === 'nominate') await this.#match(view);
    if (view.content.kind === 'order') await this.#settle(view);
    if (view.content.kind === 'map') {
      for (const pathway of this.#ordered) await this.#facilitator.say({ type: 'map.adopt', pathway });
      await this.#settle(view);
    }
  }

  /** When the phase is closed, and before its result is revealed. */
  async conclude(view: ConsoleView): Promise<void> {
    const { content } = view;
    if (content.kind === 'group') await this.#place(view);
    if (content.kind === 'reason') await this.#theme(view);
    if (content.kind === 'gap') await this.#merge(view);
    if (content.kind === 'order') {
      const orders = content.results?.orders.filter(({ steps }) => steps.length > 0) ?? [];
      this.#ordered = [...new Set(orders.map(({ occupation }) => occupation))].sort();
    }
    const { title } = view.header.current;
    const isDecision = this.#chance('decision', title).chance(0.4);
    await this.#facilitator.say({
      type: 'note.add',
      text: `${title}: taken as the room said.`,
      decision: isDecision,
    });
  }

  #chance(...keys: string[]): Stream {
    return new Stream(this.#seed, 'facilitator', ...keys);
  }

  async #create(view: ConsoleView, kind: 'category' | 'theme', label: string): Promise<string> {
    const { activity } = view.header.current;
    return this.#facilitator.say({
      type: 'entry.create',
      activity,
      kind,
      occupation: null,
      code: null,
      label,
    });
  }

  /** Words that only sound like money are let through; the others stay held (C2). */
  async #release({ entries }: ConsoleView): Promise<void> {
    for (const { id, label, warning } of byId(entries).filter(({ held }) => held))
      if (warning === 'money' && !/\d/.test(label))
        await this.#facilitator.say({ type: 'entry.release', entry: id });
  }

  async #match({ entries }: ConsoleView): Promise<void> {
    const writeIns = byId(entries).filter(({ kind, code, held }) => kind === 'nomination' && !code && !held);
    for (const { id, label } of writeIns) {
      const found = label.split(' ').flatMap((word) => this.#lookup(word));
      const [match] = found.length > 0 ? found : this.#lookup('manager');
      if (match) await this.#facilitator.say({ type: 'entry.match', entry: id, code: match.code });
    }
  }

  async #settle({ proposals }: ConsoleView): Promise<void> {
    for (const { id } of byId(proposals).filter(({ status }) => status === 'waiting')) {
      const accepted = this.#chance('settle', id).chance(0.65);
      await this.#facilitator.say({ type: 'proposal.settle', proposal: id, accepted });
    }
  }

  /** Where three firms or more say so. */
  async #place({ content }: ConsoleView): Promise<void> {
    if (content.kind !== 'group') return;
    for (const { id, category } of byId(content.placed)) {
      const [first] = (content.results?.suggestions ?? [])
        .filter(({ occupation, firms }) => occupation === id && firms >= 3)
        .sort((a, b) => b.firms - a.firms || (a.category < b.category ? -1 : 1));
      if (first && first.category !== category)
        await this.#facilitator.say({ type: 'category.place', occupation: id, category: first.category });
    }
  }

  async #theme(view: ConsoleView): Promise<void> {
    const comments = byId(shown(view.entries, 'comment'));
    if (comments.length === 0) return;
    const theme = await this.#create(view, 'theme', 'People come and go');
    for (const { id } of comments.slice(0, 3))
      await this.#facilitator.say({ type: 'entry.theme', entry: id, theme });
    const last = comments[4];
    if (last) await this.#facilitator.say({ type: 'entry.hide', entry: last.id, hidden: true });
  }

  /** Two gaps of one occupation that the room brought; else one into a known skill. */
  async #merge({ entries, content }: ConsoleView): Promise<void> {
    const brought = byId(shown(entries, 'gap'));
    const [into, from] =
      brought
        .map((one) => brought.filter(({ occupation }) => occupation === one.occupation))
        .find((same) => same.length > 1) ?? [];
    if (into && from)
      return void (await this.#facilitator.say({ type: 'entry.merge', entries: [from.id], into: into.id }));
    const [single] = brought;
    const known =
      content.kind === 'gap'
        ? byId(content.gaps).find((gap) => gap.known && gap.occupation === single?.occupation)
        : undefined;
    if (single && known)
      await this.#facilitator.say({ type: 'entry.merge', entries: [single.id], into: known.id });
  }
}

function shown(entries: readonly Entry[], kind: string): Entry[] {
  return entries.filter((entry) => entry.kind === kind && !entry.held && !entry.hidden && !entry.mergedInto);
}

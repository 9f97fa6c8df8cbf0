/** One audience's view in the browser: only the next number of the same epoch is applied, all else asks for the whole. */
import { immutableJSONPatch } from 'immutable-json-patch';
import type { JSONPatchDocument } from 'immutable-json-patch';
import type { Delta, Snapshot } from '../protocol/delivery.ts';

export class Replica {
  #at: Snapshot | null = null;

  get view(): unknown {
    return this.#at?.view ?? null;
  }

  /** Asked for and overtaken on its way by what changed meanwhile: then what is here is newer. */
  take(snapshot: Snapshot): void {
    if (this.#at?.epoch === snapshot.epoch && snapshot.seq < this.#at.seq) return;
    this.#at = snapshot;
  }

  /** 'gap' when the whole view has to be asked for. */
  apply({ audience, epoch, seq, patch }: Delta): 'applied' | 'old' | 'gap' {
    const at = this.#at;
    if (at?.epoch !== epoch) return 'gap';
    if (seq <= at.seq) return 'old';
    if (seq > at.seq + 1) return 'gap';
    try {
      const view = immutableJSONPatch<unknown>(at.view, patch as JSONPatchDocument);
      this.#at = { audience, epoch, seq, view };
      return 'applied';
    } catch {
      return 'gap';
    }
  }
}

/**
 * The forms published revisions leave in. Anyone may ask for them, and a workbook of a thousand occupations takes two seconds: it is made
 * on the revisions' thread, once for all who ask for the same.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Exported } from '../export/revision-export.ts';
import type { Store } from '../store/port.ts';
import type { Datasets } from '../services.ts';
import { inForm } from './export-form.ts';
import type { ExportForm } from './export-form.ts';
import type { RevisionShelf } from './revision-shelf.ts';
import { isShort } from './revision-thread.ts';
import type { RevisionThread } from './revision-thread.ts';

const KEPT_BYTES = 64 * 1024 * 1024;

interface Asked extends ExportForm {
  revision: string;
  dataset: string;
}

export interface RevisionExportsOptions {
  store: Store;
  shelf: RevisionShelf;
  datasets: Pick<Datasets, 'get'>;
  thread: RevisionThread;
}

export class RevisionExports {
  readonly #options: RevisionExportsOptions;
  #made: LRUCache<string, Exported, Asked>;

  constructor(options: RevisionExportsOptions) {
    this.#options = options;
    this.#made = this.#nothingMade();
  }

  /** `validUntil`: of an imported revision; who it names changes on that day. */
  async of(asked: Asked, validUntil: string | null): Promise<Exported | null> {
    const { revision, format, table, standing, now } = asked;
    const isOver = validUntil !== null && now >= Date.parse(validUntil);
    const key = digest(JSON.stringify([revision, format, table, standing, isOver]));
    return (await this.#made.fetch(key, { context: asked })) ?? null;
  }

  /** Something was erased: nothing made before, or being made now, is given to who asks from here on (C5). */
  forget(): void {
    this.#made = this.#nothingMade();
  }

  #nothingMade(): LRUCache<string, Exported, Asked> {
    return new LRUCache({
      maxSize: KEPT_BYTES,
      sizeCalculation: ({ bytes }) => bytes.length,
      fetchMethod: async (_key, _stale, { context }) => (await this.#make(context)) ?? undefined,
    });
  }

  async #make({ revision, dataset, ...form }: Asked): Promise<Exported | null> {
    const { store, shelf, datasets, thread } = this.#options;
    const [stored, figures] = [
      await store.stored('revisions', revision),
      await store.stored('datasets', dataset),
    ];
    if (stored && figures && !isShort(stored, figures)) {
      const made = await thread.exported(stored, figures, form);
      if (made) return made;
    }
    const [whole, release] = [await shelf.whole(revision), await datasets.get(dataset)];
    return whole && release && inForm(whole, release, form);
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

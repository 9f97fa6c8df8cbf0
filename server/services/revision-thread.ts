/**
 * Reads long revisions and datasets, and makes the forms a revision leaves in, on a thread of its own: to parse one of a thousand occupations
 * takes a third of a second, its workbook two, and no live room waits for that. What comes back is asked for part by part, so that each is
 * taken in within a few milliseconds.
 */
import { Worker } from 'node:worker_threads';
import type { Exported } from '../export/revision-export.ts';
import type { Dataset } from '../lmi/dataset.ts';
import type { Edition } from '../lmi/public/edition.ts';
import type { PublicEdition, PublicPreference } from '../lmi/public/public-edition.ts';
import type { PublicOccupation } from '../lmi/public/public-occupation.ts';
import type { PublicPathway } from '../lmi/public/public-pathway.ts';
import type { Revision } from '../lmi/revision.ts';
import { SerialQueue } from '../store/serial-queue.ts';
import { takeIn } from './document-parts.ts';
import type { DocumentPart } from './document-parts.ts';
import type { ExportForm } from './export-form.ts';
import type { RevisionFacts } from './revision-facts.ts';

/** Up to here a document is read where one is: it takes no longer than to hand it over. */
const SHORT_BYTES = 400_000;
const IDLE_MS = 5_000;
const MEMORY_MB = 1_024;

/** Documents as they are stored. */
export type ThreadOrder =
  | { kind: 'facts'; revision: Uint8Array }
  | { kind: 'edition'; revision: Uint8Array; dataset: Uint8Array }
  | { kind: 'whole'; collection: 'datasets' | 'revisions'; document: Uint8Array }
  | { kind: 'export'; revision: Uint8Array; dataset: Uint8Array; form: ExportForm };
export type ThreadWord = { kind: 'part'; part: unknown } | { kind: 'done' | 'failed' };

export interface EditionPart {
  edition: Edition;
  preferences: PublicPreference[];
  occupations: [string, PublicOccupation][];
  pathways: [string, PublicPathway][];
}

export const isShort = (...documents: Uint8Array[]): boolean =>
  documents.reduce((sum, { length }) => sum + length, 0) <= SHORT_BYTES;

export class RevisionThread {
  readonly #queue = new SerialQueue();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** Null where it could not be read: whoever asks reads it in the ordinary way, and learns why. */
  async facts(revision: Uint8Array): Promise<RevisionFacts | null> {
    let found: RevisionFacts | null = null;
    const isDone = await this.#ask({ kind: 'facts', revision }, (part) => (found = part as RevisionFacts));
    return isDone ? found : null;
  }

  async dataset(document: Uint8Array): Promise<Dataset | null> {
    return (await this.#whole('datasets', document)) as Dataset | null;
  }

  async revision(document: Uint8Array): Promise<Revision | null> {
    return (await this.#whole('revisions', document)) as Revision | null;
  }

  /** Null also where there is no such table. */
  async exported(revision: Uint8Array, dataset: Uint8Array, form: ExportForm): Promise<Exported | null> {
    let made: Exported | null = null;
    const isDone = await this.#ask(
      { kind: 'export', revision, dataset, form },
      (part) => (made = part as Exported),
    );
    return isDone ? made : null;
  }

  async edition(revision: Uint8Array, dataset: Uint8Array): Promise<PublicEdition | null> {
    const occupations = new Map<string, PublicOccupation>();
    const pathways = new Map<string, PublicPathway>();
    let head: EditionPart | null = null;
    const isDone = await this.#ask({ kind: 'edition', revision, dataset }, (word) => {
      const part = word as EditionPart;
      head ??= part;
      for (const [code, occupation] of part.occupations) {
        // One edition for all, as it was before it was handed over.
        occupation.edition = head.edition;
        occupations.set(code, occupation);
      }
      for (const [code, pathway] of part.pathways) pathways.set(code, pathway);
    });
    if (!isDone || head === null) return null;
    const { edition, preferences } = head as EditionPart;
    return { edition, preferences, occupations, pathways };
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  async #whole(collection: 'datasets' | 'revisions', document: Uint8Array): Promise<unknown> {
    const whole: Record<string, unknown> = {};
    const isDone = await this.#ask({ kind: 'whole', collection, document }, (part) =>
      takeIn(whole, part as DocumentPart),
    );
    return isDone ? whole : null;
  }

  #ask(order: ThreadOrder, hear: (part: unknown) => void): Promise<boolean> {
    return this.#queue.run(() => this.#tell(order, hear));
  }

  #tell(order: ThreadOrder, hear: (part: unknown) => void): Promise<boolean> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#open());
    return new Promise((resolve) => {
      const end = (isDone: boolean): void => {
        worker.off('message', heard).off('error', lost).off('exit', lost);
        this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref();
        resolve(isDone);
      };
      const lost = (): void => {
        this.#worker = null;
        end(false);
      };
      const heard = (word: ThreadWord): void => {
        if (word.kind !== 'part') return end(word.kind === 'done');
        hear(word.part);
        // In the next turn of the loop: others come between.
        setImmediate(() => worker.postMessage('next'));
      };
      worker.on('message', heard).on('error', lost).on('exit', lost);
      worker.postMessage(order, ownBuffers(order));
    });
  }

  #open(): Worker {
    const worker = new Worker(new URL('./revision-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    // Between two orders nobody listens, and an error nobody hears would end the process.
    worker.on('error', () => undefined);
    worker.unref();
    return worker;
  }
}

/** What can be handed over without a copy; a small part of a larger buffer cannot. */
function ownBuffers(order: ThreadOrder): ArrayBuffer[] {
  return Object.values(order).flatMap((bytes) =>
    bytes instanceof Uint8Array &&
    bytes.buffer instanceof ArrayBuffer &&
    bytes.length === bytes.buffer.byteLength
      ? [bytes.buffer]
      : [],
  );
}

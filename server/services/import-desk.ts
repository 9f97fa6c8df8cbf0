/**
 * Files that are being read. A long one shows how far it is and can be stopped; one that does not say something is kept for an hour,
 * so that the answer needs no second upload. Files are held in memory, large ones on the disk, few at a time; nothing of it survives a restart.
 */
import { bytesInMemory } from '../import/tables/file-bytes.ts';
import type { FileBytes } from '../import/tables/file-bytes.ts';
import { Cancelled } from '../import/tables/cancelled.ts';
import type { ImportPreview } from '../import/preview.ts';
import { newId } from '../room/ids.ts';
import type { DeskFile } from './desk-file.ts';
import { TooMuchSent, uploadedFile } from './uploaded-file.ts';

const keptMs = 3_600_000;
const most = 4;

export interface DeskOptions {
  title: string;
  area: string;
  base?: string | null;
  onlyKnown?: boolean;
  answers?: Readonly<Record<string, string>>;
  /** The profile or the saved mapping by which it is to be read; otherwise it is recognised. */
  profile?: string | null;
}

type Reader = (
  file: FileBytes,
  fileName: string,
  options: DeskOptions & { signal: AbortSignal; onProgress: (rows: number) => void },
) => Promise<{ importId: string | null; preview: ImportPreview }>;

export interface ImportProgress {
  id: string;
  fileName: string;
  state: 'reading' | 'read' | 'stopped' | 'failed';
  rows: number;
  seconds: number;
  options: DeskOptions;
  /** When it is read: what would become of it, and under which id that is kept where it can be saved. */
  preview: ImportPreview | null;
  importId: string | null;
}

export interface OnDesk {
  progress: ImportProgress;
  file: DeskFile;
  startedAt: number;
  stop: AbortController;
  done: Promise<void>;
}

export class ImportDesk {
  readonly #read: Reader;
  readonly #now: () => number;
  readonly #files = new Map<string, OnDesk>();

  constructor(read: Reader, now: () => number) {
    this.#read = read;
    this.#now = now;
  }

  /** Begins to read; the desk's id of the file. The oldest file leaves a full desk. */
  start(content: Uint8Array | DeskFile, fileName: string, options: DeskOptions): string {
    this.#makeRoom();
    const id = newId('i');
    const file = content instanceof Uint8Array ? bytesInMemory(content) : content;
    this.#begin(id, file, fileName, options);
    return id;
  }

  /** Takes a file in while it is sent, on the disk; its id, or why it cannot be. What breaks off is thrown, and leaves nothing. */
  async receive(
    body: AsyncIterable<Uint8Array>,
    fileName: string,
    options: DeskOptions,
  ): Promise<string | { message: string }> {
    try {
      const id = this.start(await uploadedFile(body), fileName, options);
      setTimeout(() => this.#drop(id), keptMs).unref();
      return id;
    } catch (error) {
      if (error instanceof TooMuchSent) return { message: error.message };
      throw error;
    }
  }

  /** null where the desk does not hold it any more. */
  progress(id: string): ImportProgress | null {
    const file = this.#files.get(id);
    if (!file) return null;
    const isReading = file.progress.state === 'reading';
    return {
      ...file.progress,
      seconds: isReading ? (this.#now() - file.startedAt) / 1000 : file.progress.seconds,
    };
  }

  /** Waits until the file is read, or so many milliseconds: a small file needs no page in between. */
  async settled(id: string, ms: number): Promise<ImportProgress | null> {
    const file = this.#files.get(id);
    if (!file) return null;
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([file.done, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))]);
    clearTimeout(timer);
    return this.progress(id);
  }

  /** Stops reading. Nothing was saved, so nothing is to be undone. */
  stop(id: string): void {
    this.#files.get(id)?.stop.abort();
  }

  /** Reads the same file again, with these answers to its questions beside earlier ones. False where it is gone. */
  answer(id: string, answers: Readonly<Record<string, string>>): boolean {
    const file = this.#files.get(id);
    if (!file || file.progress.state === 'reading') return false;
    const { options, fileName } = file.progress;
    this.#begin(id, file.file, fileName, { ...options, answers: { ...options.answers, ...answers } });
    return true;
  }

  /** The file as it came, for whoever says what its columns mean. */
  held(id: string): OnDesk | null {
    return this.#files.get(id) ?? null;
  }

  /** Reads the same file again by a saved mapping. */
  readAs(id: string, profile: string): void {
    const file = this.#files.get(id);
    if (!file) return;
    file.stop.abort();
    this.#begin(id, file.file, file.progress.fileName, { ...file.progress.options, profile });
  }

  #begin(id: string, file: DeskFile, fileName: string, options: DeskOptions): void {
    const stop = new AbortController();
    const progress: ImportProgress = {
      id,
      fileName,
      state: 'reading',
      rows: 0,
      seconds: 0,
      options,
      preview: null,
      importId: null,
    };
    const startedAt = this.#now();
    const onProgress = (rows: number): void => void (progress.rows = rows);
    const done = this.#read(file, fileName, { ...options, signal: stop.signal, onProgress }).then(
      ({ importId, preview }) => void Object.assign(progress, { state: 'read', importId, preview }),
      (error: unknown) => void (progress.state = error instanceof Cancelled ? 'stopped' : 'failed'),
    );
    const finished = done.then(() => void (progress.seconds = (this.#now() - startedAt) / 1000));
    this.#files.set(id, { progress, file, startedAt, stop, done: finished });
  }

  #makeRoom(): void {
    const now = this.#now();
    for (const [id, { startedAt }] of this.#files) if (startedAt + keptMs < now) this.#drop(id);
    for (const id of [...this.#files.keys()].slice(0, Math.max(0, this.#files.size - most + 1)))
      this.#drop(id);
  }

  #drop(id: string): void {
    this.stop(id);
    void this.#files.get(id)?.file.remove?.();
    this.#files.delete(id);
  }
}

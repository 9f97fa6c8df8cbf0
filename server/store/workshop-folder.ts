/** One workshop on the disk: its journal, its checkpoints, and the order in which they may change. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { StoredDocument } from './document-text.ts';
import { isUnfinished, keepAs, removeIfThere, replaceFile, writeNewFile } from './durable-file.ts';
import { DurableAdapter } from './durable-adapter.ts';
import type { FileSystem, SyncedFile } from './file-system.ts';
import { JournalFile } from './journal-file.ts';
import { headerText } from './journal-line.ts';
import { buildingPath, takeAway, takePlace } from './passing-folders.ts';
import { archiveName, CHECKPOINT_FILE, JOURNAL_FILE, WATERMARK_FILE } from './layout.ts';
import type { JournalRecord, StoredWorkshop } from './port.ts';
import { dropTornEnd, recoverWorkshop } from './recover-workshop.ts';
import type { RecoveredWorkshop } from './recover-workshop.ts';
import { checkCovered, checkNext, checkReplaces } from './sequence.ts';
import { SerialQueue } from './serial-queue.ts';
import { journalSteps, presentVersion } from './upgrade.ts';
import { writeWatermark } from './watermark.ts';

export class WorkshopFolder {
  readonly #files: FileSystem;
  readonly #root: string;
  readonly #id: string;
  readonly #folder: string;
  readonly #rotateAt: number;
  readonly #checkpointQueue = new SerialQueue();
  readonly #checkpoints: DurableAdapter;
  readonly #journal: JournalFile;
  #exists = false;
  #firstSeq = 1;
  #nextSeq = 1;
  #checkpointSeq: number | null = null;
  #watermark = 0;

  private constructor(files: FileSystem, root: string, id: string, rotateAt: number) {
    this.#files = files;
    this.#root = root;
    this.#id = id;
    this.#folder = join(root, id);
    this.#rotateAt = rotateAt;
    this.#checkpoints = new DurableAdapter(files, join(this.#folder, CHECKPOINT_FILE), 'checkpoint');
    const journal = join(this.#folder, JOURNAL_FILE);
    this.#journal = new JournalFile(journal, {
      open: () => this.#openJournal(),
      cutTo: (length) => files.truncate(journal, length),
    });
  }

  /** Recovers what is there; a workshop that was never stored is an empty one. */
  static async open(files: FileSystem, root: string, id: string, rotateAt: number): Promise<WorkshopFolder> {
    const workshop = new WorkshopFolder(files, root, id, rotateAt);
    const names = await files.listFolder(workshop.#folder);
    if (names === null) return workshop;
    for (const name of names.filter(isUnfinished)) await removeIfThere(files, join(workshop.#folder, name));
    const recovered = await workshop.#recover();
    await dropTornEnd(files, recovered.current);
    await settle(files, workshop.#folder, recovered.current.path);
    workshop.#exists = true;
    workshop.#firstSeq = recovered.current.firstSeq;
    workshop.#nextSeq = recovered.lastSeq + 1;
    workshop.#checkpointSeq = recovered.checkpoint?.seq ?? null;
    workshop.#watermark = recovered.reached;
    workshop.#journal.startAt(recovered.current.soundLength, recovered.lastSeq);
    if (recovered.current.version < presentVersion(journalSteps()))
      await workshop.#journal.replace(() => workshop.#rotate());
    return workshop;
  }

  get isEmpty(): boolean {
    return this.#nextSeq === 1 && this.#checkpointSeq === null;
  }

  async append(expectedSeq: number, records: readonly JournalRecord[], lines: Buffer): Promise<void> {
    if (this.#journal.failure) throw this.#journal.failure;
    checkNext(this.#id, this.#nextSeq, expectedSeq, records);
    if (records.length === 0) return;
    this.#nextSeq += records.length;
    await this.#journal.append(lines, expectedSeq + records.length - 1);
  }

  /** Also after a write that failed and was taken back: what was acknowledged can be looked at (N6). */
  read(): Promise<StoredWorkshop> {
    return this.#checkpointQueue.run(() =>
      this.#journal.alone(async () => {
        if (this.#journal.failure?.isFinal) throw this.#journal.failure;
        if (!this.#exists) return { checkpoint: null, records: [] };
        const { checkpoint, records } = await this.#recover();
        return { checkpoint, records };
      }),
    );
  }

  /** Appends go on while the checkpoint is written; only the change of files, when the journal has grown, waits for them. */
  writeCheckpoint(seq: number, text: Promise<StoredDocument>): Promise<void> {
    return this.#checkpointQueue.run(async () => {
      const stored = await text;
      if (this.#journal.failure) throw this.#journal.failure;
      checkCovered(this.#id, seq, {
        lastSeq: this.#journal.lastSeq,
        checkpointSeq: this.#checkpointSeq,
      });
      if (this.#exists) await new Low<StoredDocument | null>(this.#checkpoints, stored).write();
      else await this.#journal.replace(() => this.#create({ seq, stored }));
      this.#checkpointSeq = seq;
      this.#nextSeq = Math.max(this.#nextSeq, seq + 1);
      if (this.#journal.length >= this.#rotateAt) await this.#journal.replace(() => this.#rotate());
    });
  }

  /** Nothing of what was stored before has a name any more, nor is there any way back to it (C5). */
  replaceWith(seq: number, stored: StoredDocument): Promise<void> {
    return this.#checkpointQueue.run(() =>
      this.#journal.replace(async () => {
        checkReplaces(this.#id, seq, this.#journal.lastSeq, this.#exists);
        const { building, length } = await this.#build({ seq, stored });
        await takePlace(this.#files, this.#root, building, this.#id);
        this.#firstSeq = seq + 1;
        this.#checkpointSeq = this.#watermark = seq;
        return { length, lastSeq: seq };
      }),
    );
  }

  remove(): Promise<void> {
    return this.#checkpointQueue.run(() => this.#journal.replace(() => this.#takeAway()));
  }

  async close(): Promise<void> {
    await this.#checkpointQueue.run(() => this.#journal.close());
    const lastSeq = this.#journal.lastSeq;
    if (
      this.#journal.failure ||
      !this.#exists ||
      lastSeq <= Math.max(this.#watermark, this.#checkpointSeq ?? 0)
    )
      return;
    await writeWatermark(this.#files, join(this.#folder, WATERMARK_FILE), lastSeq);
  }

  #recover(): Promise<RecoveredWorkshop> {
    return recoverWorkshop(this.#files, this.#folder, this.#id, this.#checkpoints);
  }

  async #openJournal(): Promise<SyncedFile> {
    if (!this.#exists) {
      const { length, lastSeq } = await this.#create(null);
      this.#journal.startAt(length, lastSeq);
    }
    return this.#files.openSynced(join(this.#folder, JOURNAL_FILE));
  }

  /** The folder appears whole, under its name, or not at all. */
  async #create(
    checkpoint: { seq: number; stored: StoredDocument } | null,
  ): Promise<{ length: number; lastSeq: number }> {
    const { building, length } = await this.#build(checkpoint);
    const lastSeq = checkpoint?.seq ?? 0;
    await this.#files.rename(building, this.#folder);
    await this.#files.syncFolder(this.#root);
    this.#exists = true;
    this.#firstSeq = lastSeq + 1;
    return { length, lastSeq };
  }

  async #build(
    checkpoint: { seq: number; stored: StoredDocument } | null,
  ): Promise<{ building: string; length: number }> {
    const building = buildingPath(this.#root);
    const header = headerText(this.#id, (checkpoint?.seq ?? 0) + 1);
    await this.#files.makeFolder(building);
    await writeNewFile(this.#files, join(building, JOURNAL_FILE), header);
    if (checkpoint) {
      const adapter = new DurableAdapter(this.#files, join(building, CHECKPOINT_FILE), 'checkpoint');
      await new Low<StoredDocument | null>(adapter, checkpoint.stored).write();
    }
    await this.#files.syncFolder(building);
    return { building, length: header.length };
  }

  /** A file holds records of one version only. The archive has its name before the new file takes the place: at no moment is a record without a durable name. */
  async #rotate(): Promise<{ length: number; lastSeq: number }> {
    const lastSeq = this.#journal.lastSeq;
    const path = join(this.#folder, JOURNAL_FILE);
    if (lastSeq >= this.#firstSeq) {
      await keepAs(this.#files, path, join(this.#folder, archiveName(this.#firstSeq)));
      await this.#files.syncFolder(this.#folder);
    }
    const header = headerText(this.#id, lastSeq + 1);
    await replaceFile(this.#files, path, header);
    this.#firstSeq = lastSeq + 1;
    return { length: header.length, lastSeq };
  }

  async #takeAway(): Promise<{ length: number; lastSeq: number }> {
    if (this.#exists) {
      this.#exists = false;
      await takeAway(this.#files, this.#root, this.#id);
    }
    this.#firstSeq = this.#nextSeq = 1;
    this.#checkpointSeq = null;
    this.#watermark = 0;
    return { length: 0, lastSeq: 0 };
  }
}

/** What a killed process wrote may have been read without being on the disk yet: it counts from now on, so it is synced. */
async function settle(files: FileSystem, folder: string, journal: string): Promise<void> {
  const file = await files.openFile(journal);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await files.syncFolder(folder);
}

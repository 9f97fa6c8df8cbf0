/** Exactly once (R3): a command's id is remembered with a digest of its content and the acknowledgement it got. */
import { createHash } from 'node:crypto';
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import type { Checkpoint, JournalRecord } from '../store/port.ts';

export type Warning = Extract<Ack, { ok: true }>['warning'];

interface Answer {
  /** Digest of the content, with the warning behind a dot when there was one. */
  hash: string;
  seq: number;
}

export function digestOf(command: Command): string {
  return createHash('sha256').update(JSON.stringify(command)).digest('base64url');
}

export function stampedHash(digest: string, warning: Warning): string {
  return warning === null ? digest : `${digest}.${warning}`;
}

export class Answered {
  readonly #byId = new Map<string, Answer>();

  static from(checkpoint: Checkpoint | null, records: readonly JournalRecord[]): Answered {
    const answered = new Answered();
    for (const [id, hash, seq] of checkpoint?.answered ?? []) answered.#byId.set(id, { hash, seq });
    for (const record of records) answered.remember(record);
    return answered;
  }

  remember({ command, seq }: JournalRecord): void {
    if (command) this.#byId.set(command.id, { hash: command.hash, seq });
  }

  /** The stored acknowledgement; 'reused' when the id came with other content; null when it never came. */
  find(id: string, digest: string): Ack | 'reused' | null {
    const answer = this.#byId.get(id);
    if (!answer) return null;
    const [stored, warning] = answer.hash.split('.');
    if (stored !== digest) return 'reused';
    return {
      ok: true,
      seq: answer.seq,
      warning: warning === 'money' || warning === 'no_hire' ? warning : null,
    };
  }

  /** As a checkpoint keeps it. */
  entries(): [string, string, number][] {
    return [...this.#byId].map(([id, { hash, seq }]) => [id, hash, seq]);
  }
}

/** Exactly once (R3): a command's id is remembered with a digest of its content and the acknowledgement it got. */
import { hash } from 'node:crypto';
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import type { Checkpoint, JournalRecord } from '../store/port.ts';

export type Warning = Extract<Ack, { ok: true }>['warning'];

/** As a checkpoint keeps it: id, digest of the content with the warning behind a dot when there was one, seq. Never changed. */
type Answer = Checkpoint['answered'][number];

export function digestOf(command: Command): string {
  return hash('sha256', JSON.stringify(command), 'base64url');
}

export function stampedHash(digest: string, warning: Warning): string {
  return warning === null ? digest : `${digest}.${warning}`;
}

export class Answered {
  readonly #byId = new Map<string, Answer>();

  static from(checkpoint: Checkpoint | null, records: readonly JournalRecord[]): Answered {
    const answered = new Answered();
    for (const answer of checkpoint?.answered ?? []) answered.#byId.set(answer[0], answer);
    for (const record of records) answered.remember(record);
    return answered;
  }

  remember({ command, seq }: JournalRecord): void {
    if (command) this.#byId.set(command.id, [command.id, command.hash, seq]);
  }

  /** The stored acknowledgement; 'reused' when the id came with other content; null when it never came. */
  find(id: string, digest: string): Ack | 'reused' | null {
    const answer = this.#byId.get(id);
    if (!answer) return null;
    const [, hash, seq] = answer;
    const [stored, warning] = hash.split('.');
    if (stored !== digest) return 'reused';
    return {
      ok: true,
      seq,
      warning: warning === 'money' || warning === 'no_hire' ? warning : null,
    };
  }

  /** A list of its own over the answers themselves: 50,000 new ones at once would hold the event loop up (B5). */
  entries(): Checkpoint['answered'] {
    return [...this.#byId.values()];
  }
}

/** A room for components: the client's state as signals. Views are replaced whole, never changed in place. */
import type { Answer } from '../protocol/answers.ts';
import type { RoomCommand } from '../protocol/commands/index.ts';
import type { Ack, Goodbye } from '../protocol/delivery.ts';
import type { Face } from '../protocol/roles.ts';
import { mergedAnswers, pendingAnswers, savingOf } from './answers.ts';
import type { Saving } from './answers.ts';
import { RoomClient } from './client.ts';
import type { RoomClientOptions, Status, ViewOf } from './client.ts';
import type { Pending } from './sender.ts';

export class Room<F extends Face = Face> {
  view = $state.raw<ViewOf[F]['shared'] | null>(null);
  own = $state.raw<ViewOf[F]['own'] | null>(null);
  status = $state.raw<Status>('connecting');
  goodbye = $state.raw<Goodbye | null>(null);
  /** What is said and not yet seen in the view: show it as sending, or as not sent yet (R1). */
  pending = $state.raw<Pending[]>([]);
  /** Question -> the answer under way; null where one is being taken back. */
  readonly pendingAnswers = $derived(pendingAnswers(this.pending));
  /** One's answers with those under way laid over them. */
  readonly answers: Answer[] = $derived(
    mergedAnswers(this.own && 'answers' in this.own ? this.own.answers : [], this.pending),
  );
  readonly #client: RoomClient<F>;

  constructor(options: RoomClientOptions<F>) {
    this.#client = new RoomClient(options);
    this.#client.subscribe(() => this.#read());
  }

  /** The server's clock, in epoch milliseconds. */
  now(): number {
    return this.#client.now();
  }

  send(command: RoomCommand): Promise<Ack> {
    return this.#client.send(command);
  }

  saving(question: string): Saving {
    return savingOf(question, this.pending);
  }

  wake(): Promise<void> {
    return this.#client.wake();
  }

  close(): void {
    this.#client.close();
  }

  #read(): void {
    this.view = this.#client.view;
    this.own = this.#client.own;
    this.status = this.#client.status;
    this.goodbye = this.#client.goodbye;
    this.pending = this.#client.pending;
  }
}

/** The projector of a rehearsal: every frame is held against the screen's schema, and searched for who did not agree to be named (R7, C3). */
import { screenView } from '../../src/lib/protocol/views/faces.ts';
import { RoomClient } from '../../src/lib/room/client.ts';
import type { Person } from './cast.ts';
import type { Seat } from './seats.ts';
import { until } from './until.ts';

export class ScreenWatch {
  readonly #client: RoomClient<'screen'>;
  readonly #unnamed: string[];
  readonly #problems = new Set<string>();
  #frames = 0;
  #last: unknown = null;

  private constructor(client: RoomClient<'screen'>, cast: readonly Person[]) {
    this.#client = client;
    this.#unnamed = unnamed(cast);
    client.subscribe(() => this.#look());
  }

  static async open({ code: room, address, cookie }: Seat, cast: readonly Person[]): Promise<ScreenWatch> {
    const headers = { cookie, origin: address };
    const watch = new ScreenWatch(new RoomClient({ room, face: 'screen', address, headers }), cast);
    await until(watch.#client, 'the screen in the room', () => watch.#client.view !== null);
    return watch;
  }

  get frames(): number {
    return this.#frames;
  }

  get problems(): string[] {
    return [...this.#problems];
  }

  close(): void {
    this.#client.close();
  }

  #look(): void {
    const { view } = this.#client;
    if (view === null || view === this.#last) return;
    this.#last = view;
    this.#frames += 1;
    const { kind } = view.content;
    const read = screenView.safeParse(view);
    if (!read.success)
      this.#problems.add(`screen, ${kind}: ${read.error.issues[0]?.message ?? 'not as declared'}`);
    const text = JSON.stringify(view);
    for (const name of this.#unnamed)
      if (text.includes(name)) this.#problems.add(`screen, ${kind}: shows ${name}, who did not agree to it`);
  }
}

/** Names, addresses and firms nobody has agreed to show. */
export function unnamed(cast: readonly Person[]): string[] {
  const agreed = cast.filter(({ consent }) => consent?.named === true || consent?.quoted === true);
  const firms = new Set(agreed.map(({ firm }) => firm));
  return cast.flatMap((person) => [
    person.email,
    ...(agreed.includes(person) ? [] : [person.profile.name]),
    ...(firms.has(person.firm) ? [] : [person.profile.organisation, person.firm]),
  ]);
}

/** A projector without a browser: its socket and its view. */
import { RoomClient } from '../../src/lib/room/client.ts';
import { until } from '../../server/rehearsal/until.ts';
import type { ServedRoom } from './plumbline-server.ts';

export class ScreenLine {
  readonly #client: RoomClient<'screen'>;

  private constructor(client: RoomClient<'screen'>) {
    this.#client = client;
  }

  static async open(address: string, { id, screen }: ServedRoom): Promise<ScreenLine> {
    const headers = { cookie: screen, origin: address };
    const client = new RoomClient({ room: id, face: 'screen', address, headers });
    await until(client, 'the screen in the room', () => client.view !== null);
    return new ScreenLine(client);
  }

  close(): void {
    this.#client.close();
  }
}

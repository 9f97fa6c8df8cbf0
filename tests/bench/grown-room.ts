/** A room of 27 people who answer, over a store on the disk, that holds as many commands as it is told to. */
import { openServices } from '../../server/services/open-services.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Room } from '../../server/room.ts';
import type { Rooms } from '../../server/rooms.ts';
import type { Outlet, Viewer } from '../../server/room/ports.ts';
import { castOf } from '../../server/rehearsal/cast.ts';
import { hashOf } from '../../server/seats.ts';
import type { Services } from '../../server/services.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { ConsoleView } from '../../src/lib/protocol/views/faces.ts';
import { newId } from '../../src/lib/room/ids.ts';
import { PEOPLE, SEED } from './people.ts';
import { scriptOf } from './script.ts';
import { workshopRules } from '../../server/rules.ts';

interface Voice {
  hash: string;
  script: Iterator<RoomCommand, never>;
}

const NOBODY: Outlet = { delta: () => undefined, snapshot: () => undefined };
const FACILITATOR = { role: 'facilitator', id: 's-host' } as const;
/** As many as come in while one sync is under way in a busy room. */
const AT_ONCE = 9;

export class GrownRoom {
  readonly #room: Room;
  readonly #voices: Voice[];
  #turn = 0;

  private constructor(room: Room, voices: Voice[]) {
    this.#room = room;
    this.#voices = voices;
  }

  static async openAll(
    dir: string,
    sizes: readonly number[],
  ): Promise<{ all: GrownRoom[]; close(): Promise<void> }> {
    const store = await openStore(dir);
    const { services, rooms } = await openServices({
      store,
      outlet: NOBODY,
      log: {
        debug: ignore,
        info: ignore,
        warn: ignore,
        error: (fields, message) => console.error(message, fields),
      },
      now: Date.now,
      publicAddress: () => '',
      startRehearsal: () => Promise.resolve(),
      answered: ignore,
      storageFailed: (error) => {
        throw error;
      },
      withSample: true,
      hasPages: false,
    });
    const all: GrownRoom[] = [];
    for (const size of sizes) all.push(await GrownRoom.#grow(services, rooms, size));
    return {
      all,
      async close() {
        await rooms.close();
        await store.close();
      },
    };
  }

  static async #grow({ workshops, doors }: Services, rooms: Rooms, size: number): Promise<GrownRoom> {
    const [sample] = await workshops.list();
    const state = sample && (await workshops.get(sample.id));
    if (!state) throw new Error('The sample workshop is missing.');
    const id = await workshops.create({ ...state.setup, title: `${size} commands` });
    await workshops.open(id);
    const room = await rooms.get(id);
    if (!room) throw new Error('The workshop is gone.');
    await room.ask(
      { role: 'staff', id: 'staff' },
      {
        id: newId(),
        command: {
          type: 'seat.offer',
          seat: FACILITATOR.id,
          kind: 'lead',
          name: 'Facilitator',
          hash: hashOf('host'),
        },
      },
    );
    const hashes: string[] = [];
    await room.ask(
      { role: 'door', id: 'door' },
      { id: newId(), command: { type: 'seat.take', seat: FACILITATOR.id, hash: hashOf('host') } },
    );
    const at = { activity: 'welcome', phase: 'join' } as const;
    await ask(room, { type: 'phase.open', ...at });
    const code = await room.read((now) => now.code);
    for (const { profile } of castOf(SEED, PEOPLE)) {
      const joined = await doors.join(code, profile);
      if (!('token' in joined)) throw new Error(joined.message);
      const hash = hashOf(joined.token);
      hashes.push(hash);
      await room.ask({ hash }, { id: newId(), command: { type: 'ground-rules.acknowledge' } });
      await room.enter(viewer('phone', hash));
    }
    await room.enter(viewer('console', hashOf('host')));
    await ask(room, { type: 'guide.go', activity: 'figures', phase: 'mark' });
    await ask(room, { type: 'phase.open', activity: 'figures', phase: 'mark' });
    const question = await room.read(questionOf);
    const voices = castOf(SEED, PEOPLE).map((person, index) => ({
      hash: hashes[index] ?? '',
      script: scriptOf(person, question),
    }));
    const grown = new GrownRoom(room, voices);
    await grown.say(size, PEOPLE * 20);
    return grown;
  }

  /** People take turns; `atOnce` of them at a time. */
  async say(many: number, atOnce = AT_ONCE): Promise<void> {
    for (let left = many; left > 0; left -= atOnce) {
      const said = Array.from({ length: Math.min(atOnce, left) }, () => this.#sayNext());
      await Promise.all(said);
    }
  }

  async #sayNext(): Promise<void> {
    const voice = this.#voices[this.#turn % this.#voices.length];
    this.#turn += 1;
    if (!voice) return;
    const ack = await this.#room.ask(
      { hash: voice.hash },
      { id: newId(), command: voice.script.next().value },
    );
    if (!ack.ok) throw new Error(ack.message);
  }
}

async function ask(room: Room, command: RoomCommand): Promise<void> {
  const ack = await room.ask(FACILITATOR, { id: newId(), command });
  if (!ack.ok) throw new Error(`${command.type}: ${ack.message}`);
}

function questionOf(state: WorkshopState): ConsoleView {
  return structuredClone(
    workshopRules.consoleView(state, {
      connectedParticipants: new Set(),
      connectedSeats: new Set(),
      storage: 'ok',
      now: 0,
    }),
  );
}

function viewer(face: Viewer['face'], hash: string): Viewer {
  return { face, hash, packs: false, enter: ignore, leave: ignore, snapshot: ignore, goodbye: ignore };
}

function ignore(): void {
  return undefined;
}

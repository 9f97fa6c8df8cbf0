/** Both rooms with the same people in them, brought to the same question. */
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import { castOf } from '../../server/rehearsal/cast.ts';
import { Facilitator } from '../../server/rehearsal/facilitator.ts';
import { Transcript } from '../../server/rehearsal/transcript.ts';
import { newId } from '../../src/lib/room/ids.ts';
import type { BareServed } from './bare-server.ts';
import { Caller } from './caller.ts';
import type { MeasuredServer } from './measured-server.ts';
import type { Voice } from './pace.ts';
import type { PlumblineServed, ServedRoom } from './plumbline-server.ts';
import { scriptOf } from './script.ts';
import type { Question } from './script.ts';
import { SEED } from './people.ts';

export class MeasuredRoom {
  readonly callers: Caller[];
  readonly #facilitator: Facilitator;

  private constructor(facilitator: Facilitator, callers: Caller[]) {
    this.#facilitator = facilitator;
    this.callers = callers;
  }

  /** `forPhones`: where phones find the server. The facilitator's console looks on; everybody has accepted the ground rules, and the workshop runs. */
  static async enter(address: string, room: ServedRoom, forPhones = address): Promise<MeasuredRoom> {
    const seat = { code: room.code, address, cookie: room.host };
    const facilitator = await Facilitator.sit(SEED, seat, new Transcript());
    await facilitator.press('phase.open');
    const callers = await Promise.all(
      room.phones.map((cookie) => Caller.connect({ address: forPhones, seat: { room: room.id, cookie } })),
    );
    for (const caller of callers)
      await caller.say({ id: newId(), command: { type: 'ground-rules.acknowledge' } });
    return new MeasuredRoom(facilitator, callers);
  }

  static enterFirst({ ready }: MeasuredServer<PlumblineServed>): Promise<MeasuredRoom> {
    const [room] = ready.rooms;
    if (!room) throw new Error('There is no room.');
    return MeasuredRoom.enter(ready.address, room);
  }

  /** Opens this phase, from wherever the room is. */
  async ask(phase: PhaseName): Promise<Question> {
    const stop = this.#facilitator.view.plan.find((one) => one.phase === phase);
    if (!stop) throw new Error(`The guide has no phase ${phase}.`);
    await this.#facilitator.say({ type: 'guide.go', activity: stop.activity, phase });
    await this.#facilitator.look();
    return this.#facilitator.press('phase.open');
  }

  async reveal(): Promise<void> {
    await this.#facilitator.press('phase.close');
    await this.#facilitator.press('phase.reveal');
  }

  close(): void {
    this.#facilitator.close();
    for (const caller of this.callers) caller.close();
  }
}

export function enterBare({ ready }: MeasuredServer<BareServed>, people: number): Promise<Caller[]> {
  return Promise.all(Array.from({ length: people }, () => Caller.connect({ address: ready.address })));
}

export function voicesOf(callers: readonly Caller[], question: Question): Voice[] {
  const cast = castOf(SEED, callers.length);
  return cast.flatMap((person, at) => {
    const caller = callers[at];
    return caller ? [{ caller, script: scriptOf(person, question) }] : [];
  });
}

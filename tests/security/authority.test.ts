/** S4: command x role x room x stage, generated from the registry: what it does not name is refused, and so is everybody from another room. */
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { internalCommand, roomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import { REGISTRY } from '../../src/lib/protocol/registry.ts';
import { face, role, stage } from '../../src/lib/protocol/roles.ts';
import { seatCookie } from '../../server/seats.ts';
import { refusalOf } from '../../server/workshop/permission.ts';
import type { Actor } from '../../server/workshop/ports.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import { closing } from '../server/opened.ts';
import { openTestServer, orThrow, testSetup } from '../server/test-server.ts';
import { handshakeFor, Wire } from '../server/wire.ts';
import { HOST, Workshop } from '../workshop/workshop-of.ts';

const COMMANDS = [...roomCommand.options, ...internalCommand.options].map(({ shape }) => shape.type.value);
const STATUSES = ['upcoming', 'open', 'closed', 'revealed'] as const;
const PHASES = ['join', ...new Set(Object.values(REGISTRY).flatMap(({ phases }) => phases ?? []))] as const;
/** Those who sit in a room; staff and the door act for the server itself, in whatever room they were asked for. */
const SEATED = ['facilitator', 'employer', 'observer', 'screen'];

let cells = 0;
afterAll(() => console.info(`S4 cells: ${cells}`));

/** A seat of each role, in this room and in another one, by ids that only its own room knows. */
function actorsIn(room: Workshop): Record<string, { here: Actor; elsewhere: Actor }> {
  const of = (who: (typeof role.options)[number], here: string, elsewhere: string) => ({
    here: { role: who, id: here },
    elsewhere: { role: who, id: elsewhere },
  });
  return {
    staff: of('staff', 'staff-1', 'staff-1'),
    door: of('door', 'door', 'door'),
    facilitator: of('facilitator', HOST.id, 's-elsewhere'),
    employer: of('employer', room.join('Ana').id, 'p-elsewhere'),
    observer: of('observer', room.join('Obi', 'College', 'observer').id, 'p-elsewhere'),
    screen: of('screen', 's-screen', 's-elsewhere'),
  };
}

function put(
  state: WorkshopState,
  at: (typeof stage.options)[number],
  phase: (typeof PHASES)[number],
  status: (typeof STATUSES)[number],
): void {
  state.stage = at;
  state.current = { activity: 'here', phase };
  const untouched = { round: 1, rounds: [], openedAt: null, spentMs: 0, extendedMs: 0 };
  state.phases = { [`here:${phase}`]: { status, ...untouched } };
}

describe('S4 authority', () => {
  test('S4 R6 each cell of command x role x room x stage x phase x status is what the registry says', () => {
    const room = new Workshop().open();
    const actors = actorsIn(room);
    expect(Object.keys(REGISTRY).sort()).toEqual([...COMMANDS].sort());
    expect(Object.keys(actors).sort()).toEqual([...role.options].sort());
    for (const at of stage.options)
      for (const phase of PHASES)
        for (const status of STATUSES) {
          put(room.state, at, phase, status);
          for (const type of COMMANDS)
            for (const [who, places] of Object.entries(actors))
              for (const [place, actor] of Object.entries(places)) {
                const { roles, stages, phases } = REGISTRY[type];
                const isAllowed =
                  (place === 'here' || !SEATED.includes(who)) &&
                  roles.includes(actor.role) &&
                  stages.includes(at) &&
                  (!phases || ((phases as readonly string[]).includes(phase) && status === 'open'));
                const refusal = refusalOf(room.state, actor, { type } as Command);
                if ((refusal === null) !== isAllowed)
                  expect.fail(
                    `${type} by ${who} from ${place} at ${at}, ${phase} ${status}: ${String(refusal)}`,
                  );
                cells += 1;
              }
        }
    expect(cells).toBe(
      stage.options.length * PHASES.length * STATUSES.length * COMMANDS.length * role.options.length * 2,
    );
  });

  test('S4 R8 a seat taken back and a link not yet used have no say in any cell', () => {
    const room = new Workshop().open();
    const hash = '2'.repeat(64);
    const offer = (seat: string) =>
      room.do({ role: 'staff', id: 'staff-1' }, { type: 'seat.offer', seat, kind: 'co', name: 'Co', hash });
    offer('s-unused');
    offer('s-revoked');
    room.do({ role: 'door', id: 'door' }, { type: 'seat.take', seat: 's-revoked', hash });
    room.do(HOST, { type: 'seat.revoke', seat: 's-revoked' });
    for (const at of stage.options) {
      put(room.state, at, 'choose', 'open');
      for (const id of ['s-unused', 's-revoked'])
        for (const type of COMMANDS) {
          const refusal = refusalOf(room.state, { role: 'facilitator', id }, { type } as Command);
          expect([id, type, at, refusal]).toEqual([id, type, at, 'not_allowed']);
          cells += 1;
        }
    }
  });
});

describe('S4 over the wire', () => {
  const open = closing();

  test('S4 a key of one room opens no face of another, under any cookie and at any stage', async () => {
    const server = open(await openTestServer());
    const { workshops, doors } = server.services;
    const keys = [await server.host(), await server.screen(), await server.person('Ana')].map(
      (cookie) => cookie.split('=')[1] ?? '',
    );
    const other = await workshops.create({ ...testSetup, title: 'Another room' });
    const code = (await workshops.get(other))?.code ?? '';
    const steps: Record<string, () => Promise<unknown>> = {
      draft: () => Promise.resolve(),
      open: () => workshops.open(other),
      running: async () => {
        const { secret } = orThrow(await doors.offerSeat(other, 'staff', 'lead', 'Lead'));
        const { token } = orThrow(await doors.takeSeat(code, secret));
        const cookie = `${seatCookie('console', other)}=${token}`;
        const lead = new Wire({ address: server.address, cookie, auth: handshakeFor(other, 'console') });
        await lead.fate;
        const command = { type: 'guide.next', activity: 'welcome', phase: 'join' };
        expect(await lead.command({ id: randomUUID(), command })).toMatchObject({ ok: true });
        lead.close();
      },
      closed: () => workshops.close(other),
    };
    for (const [at, step] of Object.entries(steps)) {
      await step();
      expect((await workshops.get(other))?.stage).toBe(at);
      for (const key of keys)
        for (const one of face.options) {
          const cookie = face.options.map((each) => `${seatCookie(each, other)}=${key}`).join('; ');
          for (const name of [other, code]) {
            const line = new Wire({ address: server.address, cookie, auth: handshakeFor(name, one) });
            expect([at, one, await line.fate]).toEqual([
              at,
              one,
              expect.objectContaining({ code: 'no_seat' }),
            ]);
            expect(line.snapshots).toEqual([]);
            line.close();
            cells += 1;
          }
        }
    }
  });

  test('S4 no seat can ask what only pages may, and a screen can ask nothing', async () => {
    const server = open(await openTestServer());
    const seats = {
      console: await server.host(),
      phone: await server.person('Ana'),
      screen: await server.screen(),
    };
    for (const one of face.options) {
      const line = open(
        new Wire({ address: server.address, cookie: seats[one], auth: handshakeFor(server.workshop, one) }),
      );
      await line.fate;
      for (const { shape } of internalCommand.options) {
        const command = { type: shape.type.value };
        expect(await line.command({ id: randomUUID(), command })).toMatchObject({ code: 'bad_command' });
        cells += 1;
      }
    }
    const screen = open(
      new Wire({
        address: server.address,
        cookie: seats.screen,
        auth: handshakeFor(server.workshop, 'screen'),
      }),
    );
    await screen.fate;
    const command = { type: 'room.nudge' };
    expect(await screen.command({ id: randomUUID(), command })).toMatchObject({ code: 'not_allowed' });
  });
});

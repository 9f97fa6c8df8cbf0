/** A real server on a free port with a store in memory, and people who come in as they would: by the doors, with cookies. */
import { RoomClient } from '../../src/lib/room/client.ts';
import type { RoomClientOptions } from '../../src/lib/room/client.ts';
import type { Face } from '../../src/lib/protocol/roles.ts';
import { DEFAULT_RULE } from '../../src/lib/protocol/guide.ts';
import type { WorkshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import { sampleShortList } from '../../server/sample/occupations.ts';
import { loadSample } from '../../server/sample/sample-dataset.ts';
import { seatCookie } from '../../server/seats.ts';
import { startServer } from '../../server/start-server.ts';
import type { RunningServer, ServerOptions } from '../../server/start-server.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/port.ts';
import { DEFAULT_COMPETITION_TEXT, DEFAULT_GUIDE } from '../../server/workshop/default-guide.ts';

export interface TestServer extends RunningServer {
  address: string;
  workshop: string;
  code: string;
  /** A lead facilitator's cookie. */
  host(): Promise<string>;
  screen(): Promise<string>;
  /** A person's cookie. */
  person(name: string, organisation?: string): Promise<string>;
  client<F extends Face>(face: F, cookie: string, more?: Partial<RoomClientOptions<F>>): RoomClient<F>;
}

export const testSetup: WorkshopSetup = {
  title: 'Test workshop',
  sector: 'Healthcare',
  region: 'Colorado',
  language: 'en',
  datasetId: loadSample(0).id,
  shortlist: [...sampleShortList],
  guide: DEFAULT_GUIDE,
  rule: DEFAULT_RULE,
  pathways: [],
  competitionText: DEFAULT_COMPETITION_TEXT,
  retentionDays: 30,
};

export async function openTestServer(
  store: Store = memoryStore(),
  more: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const options = { host: '127.0.0.1', port: 0, data: { store }, pages: 'none', withSample: true } as const;
  const server = await startServer({ ...options, ...more });
  const address = `http://127.0.0.1:${server.port}`;
  const [workshop] = await server.services.workshops.list();
  if (!workshop) throw new Error('The sample workshop is missing.');
  const { doors } = server.services;
  const seat = async (kind: 'lead' | 'screen'): Promise<string> => {
    const offered = orThrow(await doors.offerSeat(workshop.id, 'staff', kind, kind));
    const taken = orThrow(await doors.takeSeat(workshop.code, offered.secret));
    return `${seatCookie(taken.face, workshop.id)}=${taken.token}`;
  };
  return {
    ...server,
    address,
    workshop: workshop.id,
    code: workshop.code,
    host: () => seat('lead'),
    screen: () => seat('screen'),
    async person(name, organisation = `${name} Ltd`) {
      const profile = {
        name,
        organisation,
        jobTitle: null,
        sizeBand: null,
        subSector: null,
        role: 'employer',
      } as const;
      const { token } = orThrow(await doors.join(workshop.code, profile));
      return `${seatCookie('phone', workshop.id)}=${token}`;
    },
    client: (face, cookie, options) =>
      new RoomClient({ room: workshop.id, face, address, headers: { cookie, origin: address }, ...options }),
  };
}

/** Resolves as soon as it holds; the test's own time limit is the only one. */
export function until(client: RoomClient, holds: () => boolean): Promise<void> {
  return new Promise((done) => {
    if (holds()) return done();
    const stop = client.subscribe(() => {
      if (!holds()) return;
      stop();
      done();
    });
  });
}

export function orThrow<T extends object>(answer: T | { message: string }): T {
  if ('message' in answer) throw new Error(answer.message);
  return answer;
}

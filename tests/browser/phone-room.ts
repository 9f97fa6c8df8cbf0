/** A real server with a facilitator who can be told where to go, and phones on an insecure origin, as in a meeting room. */
import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { memoryStore } from '../../server/store/memory-store.ts';
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import type { RoomClient } from '../../src/lib/room/client.ts';
import { openTestServer, until, type TestServer } from '../server/test-server.ts';

export interface PhoneRoom {
  server: TestServer;
  host: RoomClient<'console'>;
  /** The join page, as phones reach it. */
  joinAddress: string;
  ask(command: RoomCommand): Promise<void>;
  /** Opens this phase of the guide, from wherever the room is. */
  openPhase(phase: PhaseName): Promise<void>;
  /** Closes the phase that is open and shows what the room said. */
  reveal(): Promise<void>;
}

interface Fixtures {
  room: PhoneRoom;
  newPhone: (options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  // The first of a run may have to build the pages.
  room: [
    async ({ browserName: _ }, use) => {
      const server = await openTestServer(memoryStore(), { pages: 'built' });
      const host = server.client('console', await server.host());
      await until(host, () => host.view !== null);
      await use(phoneRoom(server, host));
      host.close();
      await server.close();
    },
    { timeout: 300_000 },
  ],
  newPhone: async ({ browser }, use) => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ ...phone, ...options });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

function phoneRoom(server: TestServer, host: RoomClient<'console'>): PhoneRoom {
  const view = () => {
    if (!host.view) throw new Error('The facilitator sees no room.');
    return host.view;
  };
  const at = () => ({ activity: view().header.current.activity, phase: view().header.current.phase });
  const ask = async (command: RoomCommand): Promise<void> => {
    const ack = await host.send(command);
    if (!ack.ok) throw new Error(`${command.type}: ${ack.message}`);
  };
  return {
    server,
    host,
    joinAddress: `http://plumbline.test:${server.port}/join/${server.code}`,
    ask,
    async openPhase(phase) {
      if (view().header.stage === 'open') await ask({ type: 'guide.next', ...at() });
      const stop = view().plan.find((one) => one.phase === phase);
      if (!stop) throw new Error(`The guide has no phase ${phase}.`);
      await ask({ type: 'guide.go', activity: stop.activity, phase });
      await ask({ type: 'phase.open', activity: stop.activity, phase });
      // An answer says that it is stored; the view that shows it comes after it.
      await until(
        host,
        () => view().header.current.phase === phase && view().header.current.status === 'open',
      );
    },
    async reveal() {
      await ask({ type: 'phase.close', ...at() });
      await ask({ type: 'phase.reveal', ...at() });
    },
  };
}

/** From the code to the first question: two taps and two words (U1). */
export async function join(
  page: Page,
  room: PhoneRoom,
  name = 'Ana Diaz',
  organisation = 'Foothills',
): Promise<void> {
  await page.goto(room.joinAddress);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Organisation').fill(organisation);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('button', { name: 'I accept the ground rules' }).click();
}

/** A room with a facilitator and one firm, brought to where a screen test wants it. */
import { expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import type { RoomClient } from '../../src/lib/room/client.ts';
import { settled } from '../shots/settled.ts';
import { openTestServer, until } from '../server/test-server.ts';
import type { TestServer } from '../server/test-server.ts';

export interface ScreenRoom {
  server: TestServer;
  host: RoomClient<'console'>;
  phone: RoomClient<'phone'>;
  /** Sends as the facilitator; the test fails where it is refused. */
  ask(command: Parameters<RoomClient<'console'>['send']>[0]): Promise<void>;
  at(phase: PhaseName): { activity: string; phase: PhaseName };
  /** Goes to a phase and opens it. */
  open(phase: PhaseName): Promise<void>;
  /** One firm chooses three occupations, so that the room has critical ones; the phase is open, the firm has finished. */
  choose(): Promise<void>;
  settled(holds: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function openScreenRoom(): Promise<ScreenRoom> {
  const server = await openTestServer(undefined, { pages: 'built' });
  const host = server.client('console', await server.host());
  const phone = server.client('phone', await server.person('Ana'));
  const settled = (holds: () => boolean) => until(host, holds);
  await settled(() => host.view !== null);
  await until(phone, () => phone.own !== null);
  const ask: ScreenRoom['ask'] = async (command) => {
    expect(await host.send(command)).toMatchObject({ ok: true });
  };
  const at: ScreenRoom['at'] = (phase) => {
    const stop = host.view?.plan.find((one) => one.phase === phase);
    if (!stop) throw new Error(`The guide has no ${phase}.`);
    return { activity: stop.activity, phase };
  };
  const open: ScreenRoom['open'] = async (phase) => {
    await ask({ type: 'guide.go', ...at(phase) });
    await ask({ type: 'phase.open', ...at(phase) });
    await until(phone, () => phone.view?.header.current.phase === phase);
  };
  await ask({ type: 'phase.open', ...at('join') });
  expect(await phone.send({ type: 'ground-rules.acknowledge' })).toMatchObject({ ok: true });
  return {
    server,
    host,
    phone,
    ask,
    at,
    open,
    settled,
    async choose() {
      await open('choose');
      const options = phone.view?.content.kind === 'choose' ? phone.view.content.options : [];
      const ballot = { activity: at('choose').activity, round: 1 };
      const answer = { kind: 'critical' as const, options: options.slice(0, 3).map(({ id }) => id) };
      expect(await phone.send({ type: 'answer.set', ...ballot, answer })).toMatchObject({ ok: true });
      expect(await phone.send({ type: 'answer.finish', ...ballot, finished: true })).toMatchObject({
        ok: true,
      });
    },
    async close() {
      phone.close();
      host.close();
      await server.close();
    },
  };
}

/** The projector's page in a browser that holds this cookie. */
export async function screenPage(
  context: BrowserContext,
  { server }: ScreenRoom,
  cookie?: string,
): Promise<Page> {
  if (cookie) {
    const at = cookie.indexOf('=');
    await context.addCookies([
      { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: server.address },
    ]);
  }
  const page = await context.newPage();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${server.address}/screen/${server.code}`);
  // A hand begins on what stands still: fonts that come later move a map.
  await settled(page);
  return page;
}

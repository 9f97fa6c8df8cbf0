/** One Plumbline for a test, and the people who come to it: staff, facilitators, the projector, and phones as in a meeting room. */
import { expect, test as base } from '@playwright/test';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { Cable } from './cable.ts';
import { Ledger } from './ledger.ts';
import { Phone } from './phone.ts';
import { startPlumbline } from './plumbline.ts';
import type { Plumbline } from './plumbline.ts';
import { Staff } from './staff.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const LAPTOP = { viewport: { width: 1280, height: 800 }, acceptDownloads: true };

interface Fixtures {
  plumbline: Plumbline;
  ledger: Ledger;
  /** Another browser on another machine. */
  newBrowser: (options?: BrowserContextOptions) => Promise<Page>;
  newPhone: (firm: string) => Promise<Phone>;
  /** A phone whose line can be cut. */
  newPhoneOn: (line: { port: number }, firm: string) => Promise<Phone>;
  newCable: () => Promise<Cable>;
  /** Signed in by the one-time link. */
  staff: Staff;
}

export const test = base.extend<Fixtures>({
  plumbline: async ({ browserName: _ }, use) => {
    const plumbline = await startPlumbline();
    await use(plumbline);
    await plumbline.close();
  },
  ledger: async ({ browserName: _ }, use) => use(new Ledger()),
  newBrowser: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    const broken: string[] = [];
    await use(async (options = LAPTOP) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      context.on('weberror', (thrown) => broken.push(`${thrown.page()?.url()}: ${thrown.error().stack}`));
      opened.push(context);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
    expect(broken).toEqual([]);
  },
  newCable: async ({ plumbline }, use) => {
    const laid: Cable[] = [];
    await use(async () => {
      const cable = await Cable.lay(plumbline.port);
      laid.push(cable);
      return cable;
    });
    await Promise.all(laid.map((cable) => cable.pullOut()));
  },
  newPhoneOn: async ({ newBrowser, plumbline, ledger }, use) =>
    use(async ({ port }, firm) => {
      const address = `http://plumbline.test:${port}/join/${plumbline.code}`;
      return new Phone(await newBrowser(PHONE), { address, firm, ledger });
    }),
  newPhone: async ({ newPhoneOn, plumbline }, use) => use((firm) => newPhoneOn(plumbline, firm)),
  staff: async ({ newBrowser, plumbline }, use) => {
    const staff = new Staff(await newBrowser(), plumbline.address);
    await staff.signIn(plumbline.staffLink);
    await use(staff);
  },
});

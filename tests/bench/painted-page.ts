/** A projector's page in Chromium that tells when a dot of the turnout has been painted, by this process's clock. */
import type { Browser, Page } from '@playwright/test';
import { launchBrowser } from './launch-browser.ts';

interface Paint {
  /** By the page's clock. */
  at: number;
  /** One a dot: filled or not. */
  dots: boolean[];
}

interface Waiting {
  dot: number;
  isOn: boolean;
  resolve: (at: number) => void;
}

const CLOCK_TRIES = 15;
/** Longer than this no dot is waited for: the measurement has failed. */
const PAINTED_WITHIN_MS = 30_000;

export class PaintedPage {
  readonly #browser: Browser;
  readonly #page: Page;
  #offsetMs = 0;
  #last: boolean[] = [];
  #waiting: Waiting[] = [];

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
  }

  static async open(address: string, cookie: string | null): Promise<PaintedPage> {
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    if (cookie !== null) {
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: new URL(address).origin }]);
    }
    const page = await context.newPage();
    const painted = new PaintedPage(browser, page);
    await page.exposeFunction('__painted', (paint: Paint) => painted.#hear(paint));
    await page.addInitScript(watchDots);
    await page.goto(address);
    await painted.#setClock();
    return painted;
  }

  /** Resolves when so many dots are on the page. */
  async dots(many: number): Promise<void> {
    await this.#page.waitForFunction(
      (wanted) => document.querySelectorAll('.turnout li').length >= wanted,
      many,
    );
  }

  /** When this dot is painted so the next time, in milliseconds since the epoch. */
  painted(dot: number, isOn: boolean): Promise<number> {
    return new Promise((resolve, reject) => {
      const tooLate = setTimeout(() => {
        const now = this.#last.map((on) => (on ? '1' : '0')).join('');
        reject(
          new Error(`Dot ${dot} was never painted ${isOn ? 'filled' : 'empty'}; the page shows ${now}.`),
        );
      }, PAINTED_WITHIN_MS);
      this.#waiting.push({
        dot,
        isOn,
        resolve: (at) => {
          clearTimeout(tooLate);
          resolve(at);
        },
      });
    });
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  #hear({ at, dots }: Paint): void {
    this.#last = dots;
    const isThere = ({ dot, isOn }: Waiting): boolean => this.#last[dot] === isOn;
    const settled = this.#waiting.filter(isThere);
    this.#waiting = this.#waiting.filter((each) => !isThere(each));
    for (const { resolve } of settled) resolve(at + this.#offsetMs);
  }

  /** What to add to the page's clock; of several tries the one with the shortest way there and back. */
  async #setClock(): Promise<void> {
    let best = Infinity;
    for (let tries = 0; tries < CLOCK_TRIES; tries += 1) {
      const before = performance.timeOrigin + performance.now();
      const there = await this.#page.evaluate(() => performance.timeOrigin + performance.now());
      const after = performance.timeOrigin + performance.now();
      if (after - before >= best) continue;
      best = after - before;
      this.#offsetMs = (before + after) / 2 - there;
    }
  }
}

/** Runs in the page: after each change of the dots, and the frame that shows it, says how they stand. */
function watchDots(): void {
  const tell = (globalThis as unknown as { __painted: (paint: Paint) => void }).__painted;
  let isAsked = false;
  // A message sent from within a frame arrives when the frame is done. One channel for all: a port that nothing holds may be collected.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<boolean[]>) =>
    tell({ at: performance.timeOrigin + performance.now(), dots: data });
  const look = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      // What changes from here on is for the next frame.
      isAsked = false;
      port2.postMessage(
        [...document.querySelectorAll('.turnout li')].map((dot) => dot.classList.contains('filled')),
      );
    });
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

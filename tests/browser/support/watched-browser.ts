/** Browsers that are watched: what their pages report, run, ask for and leave behind. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

export class WatchedBrowser {
  /** What a page did against its policy, as a report would say it (S6). */
  readonly reports: string[] = [];
  /** Dialogs and errors: nothing of ours opens or throws any. */
  readonly ran: string[] = [];
  /** Addresses of sockets. */
  readonly sockets: string[] = [];
  /** Everything pages kept, by page and store, at each look (S2). */
  readonly kept = new Map<string, string>();
  /** Values of cookies, which are keys. */
  readonly cookies = new Set<string>();
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ reducedMotion: 'reduce', ...options });
    this.#contexts.push(context);
    await context.exposeBinding('reportPolicy', ({ page }, what: string) => {
      this.reports.push(`${page.url()}: ${what}`);
    });
    await context.addInitScript(() => {
      const { reportPolicy } = window as unknown as { reportPolicy: (what: string) => void };
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        reportPolicy(`${violatedDirective} ${blockedURI} ${sample}`),
      );
    });
    context.on('weberror', (thrown) => this.ran.push(String(thrown.error().stack)));
    context.on('dialog', (dialog) => {
      this.ran.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('page', (page) => {
      page.on('websocket', (socket) => this.sockets.push(socket.url()));
    });
    return context.newPage();
  }

  /** Looks into every store of every open page, and at every cookie. */
  async look(): Promise<void> {
    for (const context of this.#contexts) {
      for (const { value } of await context.cookies()) this.cookies.add(value);
      for (const page of context.pages()) {
        const at = page.url();
        for (const [store, content] of Object.entries(await page.evaluate(storesOf)))
          this.kept.set(`${this.kept.size} ${at.split('#')[0] ?? at} ${store}`, content);
      }
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }
}

/** Runs in the page. */
async function storesOf(): Promise<Record<string, string>> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((settle, fail) => {
      request.onsuccess = () => settle(request.result);
      request.onerror = () => fail(request.error ?? new Error('The database gave no answer.'));
    });
  const databases: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const kept = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(kept.getAllKeys()), done(kept.getAll())]);
      databases.push([name, store, keys, values]);
    }
    database.close();
  }
  const isCaching = 'caches' in window;
  return {
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    indexedDB: JSON.stringify(databases),
    caches: JSON.stringify(isCaching ? await caches.keys() : []),
    'readable cookies': document.cookie,
    address: location.href,
    'history state': JSON.stringify(history.state ?? null),
    'window name': window.name,
    'addresses asked for': JSON.stringify(performance.getEntries().map(({ name }) => name)),
  };
}

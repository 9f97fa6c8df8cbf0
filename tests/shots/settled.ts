import type { Page } from '@playwright/test';

const QUIET_MS = 120;
const LONGEST_MS = 2_500;
const MOST_PAGES = 4;

/** Resolves when the page has stood still for a moment: fonts are there and nothing is being drawn. */
export async function settled(page: Page): Promise<void> {
  for (let pages = 1; ; pages += 1) {
    await page.waitForLoadState();
    // A page that goes on to another one by itself is waited for again.
    const isStill = await stoodStill(page).then(
      () => true,
      (error: unknown) => {
        if (pages === MOST_PAGES) throw error;
        return false;
      },
    );
    if (isStill) return;
  }
}

async function stoodStill(page: Page): Promise<void> {
  await page.evaluate(
    async ({ quiet, longest }) => {
      await document.fonts.ready;
      await new Promise<void>((done) => {
        const finish = (): void => {
          observer.disconnect();
          clearTimeout(last);
          done();
        };
        let still = setTimeout(finish, quiet);
        const last = setTimeout(finish, longest);
        const observer = new MutationObserver(() => {
          clearTimeout(still);
          still = setTimeout(finish, quiet);
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      });
    },
    { quiet: QUIET_MS, longest: LONGEST_MS },
  );
}

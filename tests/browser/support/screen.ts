/** The projector: read, never touched. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class Screen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  async asks(prompt: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: prompt })).toBeVisible();
  }

  /** V5: turnout and nothing else, neither a table nor a count of answers. */
  async showsNoNumbers(): Promise<void> {
    await expect(this.main).toContainText(/(Waiting for the first firm|firms? (has|have) finished)/);
    await expect(this.page.getByRole('table')).toHaveCount(0);
    await expect(this.main).not.toContainText(/\d+ (person|people) answered/);
  }

  /** V3: the result with its base. */
  async showsResults(firms: number): Promise<void> {
    const people = firms === 1 ? '1 person' : `${firms} people`;
    await expect(this.main).toContainText(`${firms} ${firms === 1 ? 'firm' : 'firms'}, ${people} answered`);
  }

  /** A row of the table behind a picture; of a list that turns its pages, on the first. */
  async says(row: RegExp): Promise<void> {
    await expect(this.page.getByRole('row', { name: row }).first()).toBeVisible();
  }
}

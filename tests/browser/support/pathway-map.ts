/** The map on the console, changed without a mouse: by its list, its fields and the keys. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class PathwayMap {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #tools(): Locator {
    return this.#page.getByRole('region', { name: 'Change the map' });
  }

  step(label: string): Locator {
    return this.#page.getByRole('button', { name: new RegExp(`^${escaped(label)}\\. `) });
  }

  /** A way between two steps, as the list beside the map names it. */
  way(from: string, to: string): Locator {
    return this.#tools.getByRole('option', { name: `${from} → ${to}`, exact: true });
  }

  /** All steps and ways, by name. */
  async names(): Promise<string[]> {
    return (
      await this.#tools.getByLabel('Step or transition').getByRole('option').allInnerTexts()
    ).toSorted();
  }

  async height(step: string): Promise<number> {
    return (await this.step(step).boundingBox())?.y ?? NaN;
  }

  async look(occupation: string): Promise<void> {
    await this.#page.getByLabel('Pathway', { exact: true }).selectOption({ label: occupation });
    await expect(this.#page.getByRole('group', { name: `Pathway of ${occupation}` })).toBeVisible();
  }

  async addStep(label: string): Promise<void> {
    await this.#tools.getByLabel('Step or transition').selectOption({ label: 'nothing chosen' });
    await this.#tools.getByRole('textbox', { name: 'Add a step' }).fill(label);
    await this.#tools.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(this.step(label)).toBeVisible();
  }

  async rename(step: string, to: string): Promise<void> {
    await this.#pick(step);
    await this.#tools.getByRole('textbox', { name: 'Name' }).fill(to);
    await this.#page.keyboard.press('Enter');
    await expect(this.step(to)).toBeVisible();
  }

  async connect(from: string, to: string): Promise<void> {
    await this.#pick(from);
    await this.#tools.getByLabel('Connect to …').selectOption({ label: to });
    await this.#tools.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(this.way(from, to)).toHaveCount(1);
  }

  async moveByKey(step: string, key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'): Promise<void> {
    await this.step(step).focus();
    await this.#page.keyboard.press(key);
  }

  async #pick(step: string): Promise<void> {
    await this.#tools.getByLabel('Step or transition').selectOption({ label: step });
  }
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The facilitator's console: its buttons, its keys, and what they say before they do it. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** How long one try waits before the press is made again. */
const SOON = { timeout: 1_500 };

export class Console {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The page is the console, or will be in a moment. */
  static async on(page: Page): Promise<Console> {
    const console = new Console(page);
    await expect(console.#steps).toBeVisible();
    return console;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async openQuestion(): Promise<void> {
    await this.#step('Open', 'Close');
  }

  async closeQuestion(): Promise<void> {
    await this.#step('Close', 'Reveal');
  }

  async reveal(): Promise<void> {
    await this.#press('Reveal', () => expect(this.#button('Reveal')).toBeDisabled(SOON));
  }

  /** Goes on to the next phase, which shows this prompt. */
  async next(prompt: string): Promise<void> {
    await this.#press('Next', () => this.stands(prompt));
  }

  /** Goes to any phase of the guide, after reading what that does. */
  async goTo(phase: string, prompt: string): Promise<void> {
    const guide = this.page.getByRole('region', { name: 'Guide' });
    await guide.getByRole('button', { name: new RegExp(`^${phase}`) }).click();
    await guide.getByRole('button', { name: 'Go there' }).click();
    await expect(this.page.getByRole('main')).toContainText(prompt);
  }

  async stands(prompt: string): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(prompt, SOON);
  }

  /** Space opens what stands ready: its effect stands beside the button all the time. */
  async openByKey(): Promise<void> {
    await this.#leaveFields();
    await expect(async () => {
      if (await this.#button('Open').isVisible()) await this.page.keyboard.press(' ');
      await expect(this.#button('Close')).toBeEnabled(SOON);
    }).toPass({ timeout: 15_000 });
  }

  /** A key names its effect; the same key again does it. */
  async key(key: string, named: string, done: () => Promise<void>): Promise<void> {
    await this.#leaveFields();
    await this.page.keyboard.press(key);
    await this.says(named);
    await this.page.keyboard.press(key);
    await done();
  }

  canReveal(): Promise<void> {
    return expect(this.#button('Reveal')).toBeEnabled();
  }

  canClose(): Promise<void> {
    return expect(this.#button('Close')).toBeEnabled();
  }

  canOpen(): Promise<void> {
    return expect(this.#button('Open')).toBeEnabled();
  }

  /** Undoes the last step, which the button names. */
  async undo(what: string): Promise<void> {
    await this.button(`Undo: ${what}`).click();
    await this.button('Undo now').click();
    await expect(this.button(`Undo: ${what}`)).toHaveCount(0);
  }

  /** Duplicates become one, which keeps the name of `into`. */
  async merge(entries: readonly string[], into: string): Promise<void> {
    for (const entry of entries) await this.page.getByRole('checkbox', { name: `Select “${entry}”` }).check();
    await this.button('Merge …').click();
    const dialog = this.page.getByRole('dialog', { name: 'Merge into which one?' });
    await dialog.getByRole('radio', { name: into }).check();
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** A link for one more device, as its dialog shows it. */
  async link(kind: 'Co-facilitator' | 'Phone as remote' | 'Screen'): Promise<string> {
    await this.button('Links and devices').click();
    const dialog = this.page.getByRole('dialog', { name: 'Links and devices' });
    await dialog.getByRole('radio', { name: kind }).check();
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const address = await dialog.getByRole('textbox', { name: 'Address' }).inputValue();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
    return address;
  }

  /** Takes the order the room gave onto the map. */
  async adopt(occupation: string): Promise<void> {
    const row = this.page.getByRole('listitem').filter({ hasText: occupation });
    await row.getByRole('button', { name: 'Take the room’s order onto the map' }).click();
    await this.says('The map follows the room’s order now.');
  }

  async settle(proposal: string, how: 'Put on the map' | 'Leave out'): Promise<void> {
    const row = this.page.getByRole('listitem').filter({ hasText: proposal });
    await row.getByRole('button', { name: how }).click();
    await expect(row.getByRole('button', { name: how })).toHaveCount(0);
  }

  async addCategory(category: string): Promise<void> {
    await this.page.getByLabel('Add a category').fill(category);
    await this.button('Add').click();
    await expect(this.page.getByRole('list', { name: category })).toBeVisible();
  }

  async place(occupation: string, category: string): Promise<void> {
    await this.page
      .getByLabel(`Move ${occupation} to another category`)
      .last()
      .selectOption({ label: category });
    await expect(this.page.getByRole('list', { name: category })).toContainText(occupation);
  }

  async anotherRound(): Promise<void> {
    await this.button('Another round').click();
    await this.button('Another round now').click();
    await this.canClose();
  }

  async says(words: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words })).toBeVisible();
  }

  /** An item of the results, with its numbers. */
  async shows(item: string, ...facts: readonly string[]): Promise<void> {
    const shown = this.page.getByRole('main').getByRole('listitem').filter({ hasText: item });
    for (const fact of facts) await expect(shown.filter({ hasText: fact }).first()).toBeVisible();
  }

  async closeWorkshop(): Promise<void> {
    await this.button('Close the workshop').click();
    const dialog = this.page.getByRole('dialog', { name: 'Close the workshop?' });
    await dialog.getByRole('button', { name: 'Close the workshop' }).click();
    await expect(this.page.getByRole('link', { name: 'Review what the room proposes' })).toBeVisible();
  }

  /** Keys rest while a field or a button has the focus. */
  #leaveFields(): Promise<void> {
    return this.page.getByRole('heading', { level: 1 }).click();
  }

  get #steps(): Locator {
    return this.page.getByRole('group', { name: 'Steps' });
  }

  #button(name: string): Locator {
    return this.#steps.getByRole('button', { name, exact: true });
  }

  #step(name: string, then: string): Promise<void> {
    return this.#press(name, () => expect(this.#button(then)).toBeEnabled(SOON));
  }

  /** A press that follows another within half a second is taken for a double press: it is made again. */
  async #press(name: string, done: () => Promise<void>): Promise<void> {
    await expect(async () => {
      if (await this.#button(name).isEnabled()) await this.#button(name).click();
      await done();
    }).toPass({ timeout: 15_000 });
  }
}

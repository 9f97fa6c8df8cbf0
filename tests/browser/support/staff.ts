/** The backbone organisation's staff, in their own browser: in by the link, to the console, through the review, to the zip. */
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Bundle } from './bundle.ts';
import { Console } from './console.ts';

export class Staff {
  readonly page: Page;
  readonly #address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    this.#address = address;
  }

  async signIn(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.waitForURL(`${this.#address}/staff`);
  }

  /** From the list of what is next to the workshop, and on to its console. */
  async openConsole(workshop: string): Promise<Console> {
    await this.page.getByRole('link', { name: workshop }).first().click();
    await this.page.getByRole('link', { name: 'Open the console' }).click();
    return Console.on(this.page);
  }

  /** The console has a link to the review once the workshop is closed. */
  async startReview(): Promise<void> {
    await this.page.getByRole('link', { name: 'Review what the room proposes' }).click();
    await this.page.getByRole('button', { name: 'Start the review' }).click();
    await expect(this.page.getByRole('link', { name: 'Publish …' })).toBeVisible();
  }

  async acceptAll(kind: string): Promise<void> {
    await this.page.getByLabel('Kind', { exact: true }).selectOption({ label: kind });
    await this.page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
    await this.page.getByRole('button', { name: 'Accept', exact: true }).click();
    await this.#confirm('Accept');
    await this.page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Every kind' });
  }

  async modify(proposal: string, value: string, rationale: string): Promise<void> {
    await this.page.getByRole('button', { name: `Modify: ${proposal}`, exact: true }).click();
    await this.page.getByLabel('Value decided instead').fill(value);
    await this.page.getByLabel('Rationale').fill(rationale);
    await this.#confirm('Modify');
  }

  async reject(proposal: string, rationale: string): Promise<void> {
    await this.page.getByRole('button', { name: `Reject: ${proposal}`, exact: true }).click();
    await this.page.getByLabel('Rationale').fill(rationale);
    await this.#confirm('Reject');
  }

  async publishAndDownload(): Promise<Bundle> {
    await this.page.getByRole('link', { name: 'Publish …' }).click();
    await this.page.getByRole('button', { name: 'Publish revision 1' }).click();
    const zip = this.page.getByRole('link', { name: 'Download the zip' });
    const [download] = await Promise.all([this.page.waitForEvent('download'), zip.click()]);
    return new Bundle(await readFile(await download.path()));
  }

  async #confirm(decision: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: new RegExp(`^${decision} (it|\\d+)$`) }).click();
    await expect(dialog).toHaveCount(0);
  }
}

/** An employer's phone: what one hand does on it, and what it says of itself. All that is tapped goes into the ledger. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Ledger } from './ledger.ts';
import { dragDown } from './touch.ts';

export type Mark = 'About right' | 'Too low' | 'Too high' | 'Cannot say';
export type Often = 'Rarely' | 'Sometimes' | 'Often' | 'Almost always' | 'Cannot say';
export type Opinion = 'Agree' | 'Disagree' | 'Cannot say';

export class Phone {
  readonly page: Page;
  readonly firm: string;
  readonly #ledger: Ledger;
  readonly #address: string;

  constructor(page: Page, { address, firm, ledger }: { address: string; firm: string; ledger: Ledger }) {
    this.page = page;
    this.firm = firm;
    this.#address = address;
    this.#ledger = ledger;
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  async open(): Promise<void> {
    await this.page.goto(this.#address);
    expect(await this.page.evaluate(() => window.isSecureContext)).toBe(false);
  }

  async join(name: string): Promise<void> {
    await this.open();
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByLabel('Organisation').fill(this.firm);
    await this.tap('Join');
    await this.tap('I accept the ground rules');
    await expect(this.page.getByRole('button', { name: 'I accept the ground rules' })).toHaveCount(0);
  }

  async asked(prompt: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: prompt })).toBeVisible();
  }

  /** The question stands here and takes answers. */
  async isOpen(prompt: string): Promise<void> {
    await this.asked(prompt);
    await expect(this.main).not.toContainText('Not open yet');
  }

  async waits(): Promise<void> {
    await expect(this.main).toContainText('Not open yet');
  }

  async saved(): Promise<void> {
    await this.#chip('saved');
  }

  async notSentYet(): Promise<void> {
    await this.#chip('not sent yet – no connection');
  }

  async tap(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).tap();
  }

  /** Two taps in one instant, wherever the second one falls. */
  async tapTwice(button: string): Promise<void> {
    const box = await this.page.getByRole('button', { name: button, exact: true }).boundingBox();
    if (!box) throw new Error(`There is no button “${button}”.`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await Promise.all([this.page.touchscreen.tap(x, y), this.page.touchscreen.tap(x, y)]);
  }

  /** The same phone, where the tab was closed and is opened again. */
  async inNewTab(): Promise<Phone> {
    const page = await this.page.context().newPage();
    const phone = new Phone(page, { address: this.#address, firm: this.firm, ledger: this.#ledger });
    await phone.open();
    return phone;
  }

  /** Turns to the page of this occupation, which lies here or further on. */
  async turnTo(occupation: string): Promise<void> {
    const wanted = this.page.getByRole('heading', { level: 2, name: occupation, exact: true });
    while (!(await wanted.isVisible())) await this.tap('Next');
  }

  /** Goes on to the last page and says so; "this is right" for what is passed. */
  async finish(): Promise<void> {
    const next = this.page.getByRole('button', { name: 'Next', exact: true });
    const done = this.page.getByRole('button', { name: 'I have finished' });
    while (await next.isVisible()) await next.tap();
    await done.tap();
    await expect(this.main).toContainText('You have finished');
    await this.saved();
  }

  async mark(occupation: string, figure: string, mark: Mark): Promise<void> {
    await this.turnTo(occupation);
    await this.choose(`${figure}: how does it look from where you are?`, mark);
    this.#said('figure', occupation, figure, mark);
  }

  async nominate(search: string, occupation: string): Promise<void> {
    await this.page.getByLabel('Search an occupation').fill(search);
    await this.page.getByRole('button', { name: occupation }).first().tap();
    await expect(this.#buttonFor('Take back', occupation)).toBeVisible();
  }

  async vote(occupations: readonly string[]): Promise<void> {
    for (const occupation of occupations) {
      await this.page.getByRole('checkbox', { name: occupation, exact: true }).tap();
      this.#said('critical', occupation, '', 'chosen');
    }
    await this.tap(`Send my ${occupations.length}`);
    await expect(this.main).toContainText('Your choice is in');
    await this.saved();
  }

  /** Answers every pair by one's own order of preference. */
  async breakTies(preference: readonly string[]): Promise<void> {
    const pair = this.page.getByRole('group', { name: 'Which would hurt more if you could not fill it?' });
    const pairs = (preference.length * (preference.length - 1)) / 2;
    for (let answered = 0; answered < pairs; answered += 1) {
      await expect(this.page.getByRole('meter')).toHaveAttribute('aria-valuenow', String(answered));
      const options = await pair.getByRole('button').allInnerTexts();
      const [winner = ''] = preference.filter((option) => options.includes(option));
      await pair.getByRole('button', { name: winner, exact: true }).tap();
      this.#said('tie', '', options.toSorted().join(' or '), winner);
    }
    await expect(this.main).toContainText('You have answered every pair.');
    await this.saved();
  }

  async suggest(occupation: string, category: string): Promise<void> {
    await this.page.getByLabel(`Belongs in: ${occupation}`).selectOption({ label: category });
    this.#said('category', occupation, '', category);
  }

  async giveReasons(occupation: string, reasons: readonly string[]): Promise<void> {
    await this.turnTo(occupation);
    for (const reason of reasons) {
      await this.page.getByRole('checkbox', { name: reason }).tap();
      this.#said('reason', occupation, reason, 'tapped');
    }
  }

  async comment(occupation: string, text: string): Promise<void> {
    await this.turnTo(occupation);
    await this.page.getByLabel('A short comment').fill(text);
    await this.tap('Add comment');
    await expect(this.#buttonFor('Take back', text)).toBeVisible();
  }

  async addGap(occupation: string, gap: string): Promise<void> {
    await this.turnTo(occupation);
    await this.page.getByLabel('Something else they lack').fill(gap);
    await this.tap('Add');
    await expect(this.#buttonFor('Take back', gap)).toBeVisible();
  }

  async rate(occupation: string, gap: string, often: Often, dayOne?: boolean): Promise<void> {
    await this.turnTo(occupation);
    await this.choose(`How often do entry-level candidates lack this: ${gap}?`, often);
    this.#said('frequency', occupation, gap, often);
    if (dayOne === undefined) return;
    await this.choose(
      `Needed on day one? ${gap}`,
      dayOne ? 'Yes, on day one' : 'No, it can be learned on the job',
    );
    this.#said('dayOne', occupation, gap, dayOne ? 'yes' : 'no');
  }

  /** The steps of one side as they stand on this phone. */
  async order(side: 'On the way in' | 'On the way out'): Promise<string[]> {
    const up = this.#rows(side).getByRole('button', { name: /^Move up: / });
    return (await up.allInnerTexts()).map((name) => name.replace('Move up: ', '').trim());
  }

  async move(step: string, way: 'up' | 'down'): Promise<void> {
    await this.tap(`Move ${way}: ${step}`);
  }

  /** Drags the first step of a side below the one under it, by its grip. */
  async dragFirstDown(side: 'On the way in' | 'On the way out'): Promise<void> {
    await dragDown(this.page, this.#rows(side).nth(0), this.#rows(side).nth(1));
  }

  async proposeStep(occupation: string, step: string): Promise<void> {
    await this.turnTo(occupation);
    const hidden = this.page.getByRole('group').filter({ hasText: 'A step is missing' }).last();
    await hidden.tap({ position: { x: 40, y: 16 } });
    await this.page.getByLabel('Name of the step').fill(step);
    await this.tap('Propose it');
    await expect(this.main).toContainText('What you have proposed');
  }

  async validate(occupation: string, item: string, opinion: Opinion): Promise<void> {
    await this.turnTo(occupation);
    await this.choose(item, opinion);
    this.#said('validation', occupation, item, opinion);
  }

  async prefer(entry: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: entry }).first().tap();
    this.#said('preference', '', entry, 'chosen');
  }

  async commit(offer: string, what: string): Promise<void> {
    await this.#buttonFor('I will', offer).tap();
    await this.page.getByLabel('What exactly?').fill(what);
    await this.tap('Commit to this');
    await expect(this.#buttonFor('Change', offer)).toBeVisible();
    this.#said('commitment', '', offer, what);
  }

  async answerSurvey(score: 1 | 2 | 3 | 4 | 5): Promise<void> {
    for (const question of ['Was it useful to you?', 'Were you heard?', 'Is it clear what happens next?'])
      await this.choose(question, String(score));
    await this.tap('Send');
    await expect(this.main).toContainText('Thank you. You can still change it.');
  }

  async choose(question: string, answer: string): Promise<void> {
    const group = this.page.getByRole('group', { name: question, exact: true });
    await group.getByRole('radio', { name: answer, exact: true }).tap();
    await expect(group.getByRole('radio', { name: answer, exact: true })).toBeChecked();
  }

  /** A button whose name goes on for those who hear it: "Take back: Dental assistants". */
  #buttonFor(action: string, what: string): Locator {
    return this.page.getByRole('button', { name: action }).and(this.page.getByRole('button', { name: what }));
  }

  #rows(side: string): Locator {
    return this.page.getByRole('list', { name: side }).getByRole('listitem');
  }

  async #chip(words: string): Promise<void> {
    await expect(this.page.getByRole('banner')).toContainText(words, { timeout: 20_000 });
  }

  #said(kind: Parameters<Ledger['set']>[0]['kind'], occupation: string, item: string, value: string): void {
    this.#ledger.set({ firm: this.firm, kind, occupation, item, value });
  }
}

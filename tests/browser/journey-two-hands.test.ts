/** Two facilitators at once on one map: what each of them did is there for both, and nothing is lost. */
import { expect } from '@playwright/test';
import { Console } from './support/console.ts';
import { test } from './support/journey.ts';
import { PathwayMap } from './support/pathway-map.ts';

const NURSES = 'Registered nurses';
const MAP = 'Is this how people move? Propose what is missing.';

test.use({ actionTimeout: 15_000 });
test.setTimeout(120_000);

test('R8 two consoles edit the map at once and nobody’s work is lost', async ({ staff, newBrowser }) => {
  const lead = await staff.openConsole('Sample workshop: healthcare and the trades around it');
  await lead.openQuestion();
  await lead.goTo('Draw the map', MAP);
  await lead.openQuestion();
  const page = await newBrowser();
  await page.goto(await lead.link('Co-facilitator'));
  const co = await Console.on(page);
  const [left, right] = [new PathwayMap(lead.page), new PathwayMap(co.page)];
  await Promise.all([left.look(NURSES), right.look(NURSES)]);

  await Promise.all([left.addStep('Night school'), right.addStep('Preceptor training')]);
  await Promise.all([
    left.connect('Night school', 'Registered nurse'),
    right.rename('Nurse manager', 'Head nurse'),
  ]);
  await Promise.all([
    left.rename('Night school', 'Evening school'),
    right.connect('Preceptor training', 'Registered nurse'),
  ]);
  const [aide, teacher] = [await right.height('Nursing assistant'), await left.height('Nursing instructor')];
  await Promise.all([
    left.moveByKey('Nursing assistant', 'ArrowDown'),
    right.moveByKey('Nursing instructor', 'ArrowDown'),
  ]);
  await expect.poll(() => right.height('Nursing assistant')).toBeGreaterThan(aide);
  await expect.poll(() => left.height('Nursing instructor')).toBeGreaterThan(teacher);

  for (const map of [left, right]) {
    for (const step of ['Evening school', 'Preceptor training', 'Head nurse'])
      await expect(map.step(step)).toBeVisible();
    await expect(map.step('Night school')).toHaveCount(0);
    await expect(map.way('Evening school', 'Registered nurse')).toHaveCount(1);
    await expect(map.way('Preceptor training', 'Registered nurse')).toHaveCount(1);
  }
  await lead.page.reload();
  await left.look(NURSES);
  await expect(left.step('Head nurse')).toBeVisible();
  expect(await left.names()).toEqual(await right.names());
});

/** N2: an employer who comes late, taps twice, loses the line and closes the tab has said everything exactly once. */
import { expect } from '@playwright/test';
import { Screen } from './support/screen.ts';
import { test } from './support/journey.ts';

const NURSES = 'Registered nurses';
const AIDES = 'Nursing assistants';
const ELECTRICIANS = 'Electricians';
const BALLOT = 'Which of these would hurt most if you could not fill it?';

test.use({ actionTimeout: 15_000 });
test.setTimeout(120_000);

test('N2 a late, clumsy, offline employer who closes the tab has exactly one vote', async ({
  plumbline,
  staff,
  newPhone,
  newPhoneOn,
  newCable,
}) => {
  const console = await staff.openConsole('Sample workshop: healthcare and the trades around it');
  await console.openQuestion();
  const ana = await newPhone('Alpine Health');
  await ana.join('Ana Diaz');
  await console.goTo('Choose', BALLOT);
  await console.openQuestion();
  await ana.vote([NURSES, AIDES, ELECTRICIANS]);

  const cable = await newCable();
  const late = await newPhoneOn(cable, 'Late Clinic');
  await late.open();
  await late.page.getByLabel('Your name').fill('Lou Late');
  await late.page.getByLabel('Organisation').fill('Late Clinic');
  await late.tapTwice('Join');
  await expect(late.page.getByRole('button', { name: 'I accept the ground rules' })).toBeVisible();
  await late.tapTwice('I accept the ground rules');
  await late.asked(BALLOT);
  await expect(late.page.getByRole('checkbox', { name: NURSES, exact: true })).toBeVisible();
  await expect(console.page.getByRole('banner')).toContainText('2 firms, 2 people');

  cable.cut();
  await expect(late.page.getByRole('banner')).toContainText('no connection');
  for (const occupation of [NURSES, AIDES, ELECTRICIANS])
    await late.page.getByRole('checkbox', { name: occupation, exact: true }).tap();
  await late.tapTwice('Send my 3');
  await late.notSentYet();
  await late.page.close();
  cable.mend();
  const reopened = await late.inNewTab();
  await reopened.asked(BALLOT);
  await reopened.saved();
  await expect(reopened.main).toContainText('Your choice is in');

  await console.closeQuestion();
  await console.reveal();
  const screen = new Screen(await staff.page.context().newPage());
  await screen.page.goto(`${plumbline.address}/screen/${plumbline.code}`);
  await screen.says(/^Registered nurses, kept 2\/2 2$/);
  await expect(console.page.getByRole('main')).toContainText('2 firms, 2 people answered');
  await expect(ana.main).toContainText('2 firms, 2 people answered');
});

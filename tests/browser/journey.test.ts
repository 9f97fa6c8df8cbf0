/** A whole workshop as people do it: three phones, a console and a projector, from the staff link to a downloaded zip. */
import { expect } from '@playwright/test';
import { Screen } from './support/screen.ts';
import { PathwayMap } from './support/pathway-map.ts';
import { test } from './support/journey.ts';
import { Recount } from './support/recount.ts';

const NURSES = 'Registered nurses';
const AIDES = 'Nursing assistants';
const ASSISTANTS = 'Medical assistants';
const ELECTRICIANS = 'Electricians';
const PHARMACY = 'Pharmacy technicians';
const SURGICAL = 'Surgical technologists';
const DENTAL = 'Dental assistants';

test.use({ actionTimeout: 15_000 });
test.setTimeout(300_000);

test('a workshop from the staff link to a zip whose numbers are what the phones tapped', async ({
  staff,
  ledger,
  newBrowser,
  newPhone,
  newPhoneOn,
  newCable,
}) => {
  const console = await staff.openConsole('Sample workshop: healthcare and the trades around it');
  const screenPage = await newBrowser({ viewport: { width: 1280, height: 720 } });
  await screenPage.goto(await console.link('Screen'));
  const screen = new Screen(screenPage);
  await expect(screen.main).toContainText('Join with your phone');

  const cable = await newCable();
  const ana = await newPhoneOn(cable, 'Alpine Health');
  const ben = await newPhone('Birch Care');
  const cleo = await newPhone('Cedar Clinic');

  const phones = [ana, ben];
  /** Goes on and opens the question, which then stands on the projector and on every phone. */
  const ask = async (prompt: string): Promise<void> => {
    await console.next(prompt);
    await console.openQuestion();
    await screen.asks(prompt);
    await Promise.all(phones.map((phone) => phone.isOpen(prompt)));
  };

  await test.step('Welcome', async () => {
    await ana.join('Ana Diaz');
    await ben.join('Ben Ito');
    await console.openQuestion();
    await console.closeQuestion();
    await console.reveal();
    await expect(screen.main).toContainText('2 firms');
  });

  await test.step('Review the data', async () => {
    const prompt = 'Do these figures match what you see in our region?';
    await console.next(prompt);
    await screen.asks(prompt);
    await ana.waits();
    await console.openByKey();
    await Promise.all(phones.map((phone) => phone.isOpen(prompt)));
    await ana.mark(NURSES, 'Openings a year', 'Too low');
    await ana.mark(NURSES, 'Employment', 'Too high');
    await ana.mark(ASSISTANTS, 'Openings a year', 'Too high');
    await ana.finish();
    await ben.mark(NURSES, 'Openings a year', 'Too low');
    await ben.mark(NURSES, 'Employment', 'About right');
    await ben.mark(ASSISTANTS, 'Openings a year', 'Cannot say');
    await ben.finish();
    await expect(screen.main).toContainText('2 of 2 firms have finished');
    await screen.showsNoNumbers();
    await console.key(' ', 'Locks the answers.', () => console.canReveal());
    await screen.showsNoNumbers();
    await console.key('Enter', 'Shows the result', () => screen.showsResults(2));
    await screen.says(/^Openings a year .* too low 2 0 0 0 2$/);
  });

  await test.step('Critical occupations', async () => {
    const prompt = 'Which occupations should be on the ballot?';
    await console.key('ArrowRight', 'Shows “Critical occupations: nominate”', () => screen.asks(prompt));
    await console.openQuestion();
    await cleo.join('Cleo Moor');
    await cleo.isOpen(prompt);
    phones.push(cleo);
    await cleo.nominate('dental assistant', DENTAL);
    await cleo.finish();
    await console.closeQuestion();
    await console.reveal();

    const ballot = 'Which of these would hurt most if you could not fill it?';
    await ask(ballot);
    await ana.vote([NURSES, AIDES, ASSISTANTS, ELECTRICIANS, PHARMACY]);
    await ben.vote([NURSES, AIDES, ASSISTANTS, ELECTRICIANS, SURGICAL]);
    await cleo.vote([NURSES, AIDES, ASSISTANTS, DENTAL]);
    await expect(screen.main).toContainText('3 of 3 firms have finished');
    await screen.showsNoNumbers();
    await console.closeQuestion();
    await screen.showsNoNumbers();
    await console.reveal();
    await screen.showsResults(3);
    await screen.says(/^Electricians, kept 2\/3 2$/);
    await screen.says(/^Dental assistants, tied 1\/3 1$/);

    const pairs = 'These are tied. In each pair: which one matters more?';
    await ask(pairs);
    await ana.breakTies([PHARMACY, SURGICAL, DENTAL]);
    await ben.breakTies([SURGICAL, PHARMACY, DENTAL]);
    await cleo.breakTies([DENTAL, SURGICAL, PHARMACY]);
    await screen.showsNoNumbers();
    await console.closeQuestion();
    await console.reveal();
    await screen.says(/^Surgical technologists, kept 4$/);
  });

  await test.step('Group by category', async () => {
    const prompt = 'Do these belong together as they stand?';
    await ask(prompt);
    await console.addCategory('Direct care');
    await ben.suggest(AIDES, 'Direct care');
    await ben.finish();
    await console.place(AIDES, 'Direct care');
    await expect(screen.page.getByRole('list', { name: 'Direct care' })).toContainText(AIDES);
    await console.closeQuestion();
    await console.reveal();
    await screen.showsResults(1);
  });

  await test.step('What makes them critical', async () => {
    const prompt = 'What makes this occupation critical for you?';
    await ask(prompt);
    await ana.giveReasons(NURSES, ['Hard to fill', 'Retirements']);
    await ana.comment(NURSES, 'Nights are the hardest to staff');
    await ana.finish();
    await ben.giveReasons(NURSES, ['Hard to fill']);
    await ben.finish();
    await screen.showsNoNumbers();
    await console.closeQuestion();
    await console.reveal();
    await screen.showsResults(2);
    await cleo.turnTo(NURSES);
    await expect(cleo.main).toContainText('Nights are the hardest to staff');
  });

  await test.step('Skill gaps', async () => {
    await ask('What do entry-level candidates frequently lack?');
    await ana.addGap(NURSES, 'Bedside manner');
    await ana.rate(NURSES, 'Social Perceptiveness', 'Often', true);
    await ana.rate(NURSES, 'Bedside manner', 'Often', true);
    await ben.addGap(NURSES, 'Manners at the bedside');
    await ben.rate(NURSES, 'Social Perceptiveness', 'Sometimes', false);
    await cleo.rate(NURSES, 'Social Perceptiveness', 'Cannot say');
    await cleo.rate(NURSES, 'Bedside manner', 'Rarely');
    await ben.saved();

    await ben.page.reload();
    await ben.rate(NURSES, 'Manners at the bedside', 'Almost always', true);
    await expect(
      ben.page
        .getByRole('group', { name: 'How often do entry-level candidates lack this: Social Perceptiveness?' })
        .getByRole('radio', { name: 'Sometimes' }),
    ).toBeChecked();

    await ana.turnTo(ELECTRICIANS);
    cable.cut();
    await ana.rate(ELECTRICIANS, 'Troubleshooting', 'Often', false);
    await ana.notSentYet();
    await ben.rate(ELECTRICIANS, 'Troubleshooting', 'Almost always', true);
    await ben.finish();
    await cleo.finish();
    await expect(screen.main).toContainText('2 of 3 firms have finished');
    await ana.notSentYet();
    cable.mend();
    await ana.saved();
    await ana.finish();
    await expect(screen.main).toContainText('3 of 3 firms have finished');
    await screen.showsNoNumbers();

    await console.closeQuestion();
    await console.undo('Close Skill gaps');
    await console.canClose();
    await console.closeQuestion();
    await console.merge(['Bedside manner', 'Manners at the bedside'], 'Bedside manner');
    ledger.merge(NURSES, 'Manners at the bedside', 'Bedside manner');
    await console.reveal();
    await screen.showsResults(3);
    await screen.says(/Bedside manner Registered nurses Often \(1\.7 of 3\) 100 % 3 0$/);
  });

  await test.step('Pathway', async () => {
    await ask('In what order do people come into this job, and go on from it?');
    await ana.turnTo(ASSISTANTS);
    const [first = '', second = ''] = await ana.order('On the way in');
    await ana.dragFirstDown('On the way in');
    await expect.poll(() => ana.order('On the way in')).toEqual(expect.arrayContaining([second, first]));
    expect((await ana.order('On the way in')).slice(0, 2)).toEqual([second, first]);
    await ana.finish();
    await ben.turnTo(ASSISTANTS);
    await ben.move(second, 'up');
    await expect.poll(async () => (await ben.order('On the way in'))[0]).toBe(second);
    await ben.finish();
    await cleo.finish();
    await screen.showsNoNumbers();
    await console.closeQuestion();
    await console.reveal();
    await screen.says(new RegExp(`^${second} 1 3 of 3 firms$`));

    await ask('Is this how people move? Propose what is missing.');
    const map = new PathwayMap(console.page);
    await map.look(ASSISTANTS);
    await console.adopt(ASSISTANTS);
    await map.look(NURSES);
    await cleo.proposeStep(NURSES, 'Nurse residency');
    await console.settle('Nurse residency', 'Put on the map');
    await expect(map.step('Nurse residency')).toBeVisible();
    await map.addStep('Preceptor training');
    await map.connect('Preceptor training', 'Registered nurse');
    await map.moveByKey('Nurse manager', 'ArrowDown');
    await console.says('The map is changed.');
    await console.closeQuestion();
    await console.reveal();
  });

  await test.step('Validate the map', async () => {
    const way = 'Nursing assistant → Licensed practical nurse';
    await ask('Does this happen in your firm, or in firms like yours?');
    await ana.validate(NURSES, 'Nursing assistant', 'Agree');
    await ana.validate(NURSES, 'Preceptor training', 'Agree');
    await ana.validate(NURSES, 'Nurse residency', 'Disagree');
    await ana.validate(NURSES, way, 'Agree');
    await ana.finish();
    await ben.validate(NURSES, 'Nursing assistant', 'Agree');
    await ben.validate(NURSES, 'Preceptor training', 'Cannot say');
    await ben.validate(NURSES, 'Nurse residency', 'Disagree');
    await ben.validate(NURSES, way, 'Agree');
    await ben.finish();
    await cleo.validate(NURSES, 'Nursing assistant', 'Agree');
    await cleo.validate(NURSES, 'Preceptor training', 'Cannot say');
    await cleo.validate(NURSES, 'Nurse residency', 'Agree');
    await cleo.validate(NURSES, way, 'Disagree');
    await cleo.finish();
    await screen.showsNoNumbers();
    await console.closeQuestion();
    await console.reveal();
    await screen.showsResults(3);
    await screen.says(/^Nurse residency 1 2 0 33 % contested/);

    await console.anotherRound();
    for (const phone of phones) {
      await expect(phone.main).toContainText('Round 2');
      await phone.validate(NURSES, way, 'Agree');
      await phone.finish();
    }
    await console.closeQuestion();
    await console.reveal();
    await console.shows(way, '100 %', 'validated');
  });

  await test.step('Programs, talent, recruitment', async () => {
    await ask('Which programs, sources of talent and practices work for you?');
    await ana.prefer('Registered apprenticeship');
    await ana.prefer('A mentor for the first months');
    await ana.finish();
    await ben.prefer('Registered apprenticeship');
    await ben.finish();
    await screen.showsNoNumbers();
    await console.closeQuestion();
    await console.reveal();
    await screen.says(/^Registered apprenticeship 2\/2 2$/);
  });

  await test.step('Commitments', async () => {
    await ask('What will you do, and by when?');
    await ben.commit('Host a placement', 'Two placements on the day shift');
    await ben.finish();
    await console.closeQuestion();
    await console.reveal();
    await screen.showsResults(1);
  });

  await test.step('Close', async () => {
    await ask('One minute: how was this for you?');
    await ana.answerSurvey(5);
    await ben.answerSurvey(4);
    await console.closeQuestion();
    await console.reveal();
    await console.closeWorkshop();
    await expect(screen.main).toContainText('This workshop is closed. Thank you.');
    await ana.asked('The workshop is over');
  });

  const bundle = await test.step('Review, publish, download', async () => {
    await staff.startReview();
    await staff.acceptAll('Critical occupations');
    await staff.modify(
      'Openings a year, Registered nurses',
      '200000',
      'Two of three hospitals recruit abroad.',
    );
    await staff.reject('Openings a year, Medical assistants', 'One firm alone is too few.');
    return staff.publishAndDownload();
  });

  await test.step('The zip holds what the phones tapped', () => {
    const statuses = Object.groupBy(bundle.rows('adjustments'), ({ status }) => status ?? '');
    expect(statuses['accepted']).toHaveLength(5);
    expect(statuses['modified']).toMatchObject([
      { measure: 'openings_annual', proposed_value: 'too_low', decided_value: '200000' },
    ]);
    expect(statuses['rejected']).toMatchObject([
      { measure: 'openings_annual', proposed_value: 'too_high', rationale: 'One firm alone is too few.' },
    ]);
    expect(statuses['proposed']?.length).toBeGreaterThan(0);
    const recount = new Recount(ledger, bundle);
    expect.soft(recount.publishedVotes()).toEqual(recount.votes());
    expect.soft(recount.published('critical')).toEqual(recount.critical());
    expect.soft(recount.published('figure')).toEqual(recount.figures());
    expect.soft(recount.publishedGaps()).toEqual(recount.gaps());
    expect.soft(recount.publishedVerdicts()).toEqual(recount.verdicts());
    expect.soft(recount.published('preference')).toEqual(recount.preferences());
  });
});

import { expect, test } from 'vitest';
import { competitionWarning } from '../../src/lib/protocol/competition.ts';
import { consoleView } from '../../server/workshop/views/console-view.ts';
import { phoneView } from '../../server/workshop/views/phone-view.ts';
import { screenView } from '../../server/workshop/views/screen-view.ts';
import { gapTallies } from '../../server/workshop/tally/gaps.ts';
import { currentRound } from '../../server/workshop/phases.ts';
import { proposeAdjustments } from '../../server/workshop/proposals.ts';
import { HOST, quiet, Workshop } from './workshop-of.ts';

test('C2 words of money or no-hire are recognised, ordinary ones are not', () => {
  for (const text of [
    'We pay $28 an hour',
    '25/hr',
    'raise salaries',
    'signing bonus',
    '60k',
    'wage of 20 dollars',
  ])
    expect(competitionWarning(text), text).toBe('money');
  for (const text of ['no-poach deal', 'let us agree not to hire from each other', "don't hire their people"])
    expect(competitionWarning(text), text).toBe('no_hire');
  for (const text of [
    'Reads blueprints',
    'Arrives on time',
    'Knows 3 phase power',
    'They do not stay',
    'We hire 18 year olds',
    'Needs 2 years of practice',
  ])
    expect(competitionWarning(text), text).toBeNull();
});

test('C2 what names money is held from screen and phones until a facilitator releases it; the author is warned', () => {
  const w = new Workshop().open();
  const ana = w.join('Ana');
  w.openPhase('gap', 'rate');
  const occupation = w.state.setup.shortlist[0]!;
  const add = {
    type: 'entry.add',
    activity: 'gap',
    kind: 'gap',
    occupation,
    code: null,
    label: 'They want $40 an hour',
  } as const;
  expect(w.ask(ana, add)).toMatchObject({ warning: 'money' });
  const entry = w.do(ana, add);
  const room = () => JSON.stringify([screenView(w.state, quiet(w.now)), phoneView(w.state, quiet(w.now))]);
  expect(room()).not.toContain('$40');
  expect(consoleView(w.state, quiet(w.now)).entries).toMatchObject([{ held: true, warning: 'money' }]);
  w.do(HOST, { type: 'entry.release', entry });
  expect(room()).toContain('$40');
  w.do(HOST, { type: 'entry.hide', entry, hidden: true });
  expect(room()).not.toContain('$40');
});

test('C stopping a topic hides it on every face, takes no answers, is logged, and proposes nothing', () => {
  const w = new Workshop().open();
  const ana = w.join('Ana');
  w.openPhase('gap', 'rate');
  const occupation = w.state.setup.shortlist[0]!;
  const gap = w.do(ana, {
    type: 'entry.add',
    activity: 'gap',
    kind: 'gap',
    occupation,
    code: null,
    label: 'Blueprints',
  });
  w.answer(ana, { kind: 'gap', gap, frequency: 'often', dayOne: true });
  w.do(HOST, { type: 'topic.stop', reason: 'Talk of pay' });
  for (const view of [
    screenView(w.state, quiet(w.now)),
    phoneView(w.state, quiet(w.now)),
    consoleView(w.state, quiet(w.now)),
  ]) {
    expect(view.content).toEqual({ kind: 'stopped' });
    expect(JSON.stringify(view)).not.toContain('Blueprints');
  }
  expect(w.refusal(ana, w.ballot({ kind: 'gap', gap, frequency: 'often', dayOne: true }))).toBe(
    'topic_stopped',
  );
  expect(consoleView(w.state, quiet(w.now)).stops).toMatchObject([
    { activity: 'gap', reason: 'Talk of pay', resumedAt: null },
  ]);
  w.do(HOST, { type: 'guide.next', ...w.state.current });
  expect(w.state.topicStopped).toBe(false);
  expect(proposeAdjustments(w.state)).toEqual([]);
  w.do(HOST, { type: 'guide.back', ...w.state.current });
  expect(w.state.topicStopped).toBe(true);
  w.do(HOST, { type: 'topic.resume' });
  expect(proposeAdjustments(w.state)).toMatchObject([
    { kind: 'gap', title: expect.stringContaining('Blueprints') as unknown },
  ]);
});

test('merged gaps count as one, a person who rated both counts once; undo takes them apart', () => {
  const w = new Workshop().open();
  const [ana, ben] = [w.join('Ana'), w.join('Ben')];
  w.openPhase('gap', 'rate');
  const occupation = w.state.setup.shortlist[0]!;
  const add = (label: string) =>
    w.do(ana, { type: 'entry.add', activity: 'gap', kind: 'gap', occupation, code: null, label });
  const [one, two] = [add('Reads blueprints'), add('Plan reading')];
  w.answer(ana, { kind: 'gap', gap: one, frequency: 'often', dayOne: true });
  w.answer(ana, { kind: 'gap', gap: two, frequency: 'rarely', dayOne: false });
  w.answer(ben, { kind: 'gap', gap: two, frequency: 'almost_always', dayOne: true });
  w.do(HOST, { type: 'entry.merge', entries: [two], into: one });
  expect(gapTallies(w.state, currentRound(w.state)).find((gap) => gap.id === one)).toMatchObject({
    firms: 2,
    frequency: 2.5,
    dayOne: 1,
  });
  w.do(HOST, { type: 'room.undo', undo: w.state.undo.at(-1)!.id });
  expect(gapTallies(w.state, currentRound(w.state)).find((gap) => gap.id === one)).toMatchObject({
    firms: 1,
  });
});

test('the same nomination twice is refused as a duplicate; only its author can take an entry back', () => {
  const w = new Workshop().open();
  const [ana, ben] = [w.join('Ana'), w.join('Ben')];
  w.openPhase('critical', 'nominate');
  const nominate = (code: string | null, label: string) =>
    ({ type: 'entry.add', activity: 'critical', kind: 'nomination', occupation: null, code, label }) as const;
  const entry = w.do(ana, nominate('47-4021', 'whatever'));
  expect(w.state.entries[entry]?.label).toBe('Elevator and Escalator Installers and Repairers');
  expect(w.refusal(ben, nominate('47-4021', 'Lifts'))).toBe('duplicate');
  expect(w.refusal(ben, nominate(w.state.setup.shortlist[0]!, 'On the list'))).toBe('duplicate');
  expect(w.refusal(ben, { type: 'entry.withdraw', entry })).toBe('not_yours');
  w.do(ana, { type: 'entry.withdraw', entry });
  expect(phoneView(w.state, quiet(w.now)).content).toMatchObject({ nominations: [] });
});

test('two hands pressing Next at the same moment move the room once', () => {
  const w = new Workshop().open();
  const press = { type: 'guide.next', activity: 'welcome', phase: 'join' } as const;
  w.do(HOST, press);
  expect(w.refusal(HOST, press)).toBe('already_moved');
  expect(w.state.current.activity).toBe('figures');
});

test('R10 leaving an open phase locks it and going back wipes nothing', () => {
  const w = new Workshop().open();
  const ana = w.join('Ana');
  w.openPhase('critical', 'choose');
  w.answer(ana, { kind: 'critical', options: w.state.setup.shortlist.slice(0, 3) });
  w.do(HOST, { type: 'guide.next', ...w.state.current });
  expect(w.state.phases['critical:choose']?.status).toBe('closed');
  w.do(HOST, { type: 'guide.back', ...w.state.current });
  w.do(HOST, { type: 'phase.reopen', ...w.state.current });
  expect(Object.keys(currentRound(w.state).answers['critical'] ?? {})).toEqual([ana.id]);
});

import { expect, test } from 'vitest';
import { normalFirmName } from '../../server/workshop/firms.ts';
import { consoleView } from '../../server/workshop/views/console-view.ts';
import { phoneView } from '../../server/workshop/views/phone-view.ts';
import { screenView } from '../../server/workshop/views/screen-view.ts';
import { criticalVotes } from '../../server/workshop/tally/critical.ts';
import { reasonResults } from '../../server/workshop/views/reason-results.ts';
import { currentRound } from '../../server/workshop/phases.ts';
import { HOST, quiet, Workshop } from './workshop-of.ts';

test('V4 a firm counts once however its name is written', () => {
  for (const name of [
    'Ajax Plumbing',
    'AJAX PLUMBING, Inc.',
    'The Ajax Plumbing Co.',
    '  ajax   plumbing LLC ',
  ])
    expect(normalFirmName(name)).toBe('ajax plumbing');
  expect(normalFirmName('Café & Söhne GmbH')).toBe('cafe and sohne');
  const w = new Workshop().open();
  w.join('Ana', 'Ajax Plumbing, Inc.');
  w.join('Ben', 'ajax plumbing');
  expect(screenView(w.state, quiet(w.now)).header.presence).toMatchObject({ firms: 1, people: 2 });
});

test('V4 a misspelled firm is offered to the facilitator, merged by hand, and can be taken apart again', () => {
  const w = new Workshop().open();
  w.join('Ana', 'Northside Hospital');
  w.join('Ben', 'Norhside Hospital');
  const [first, second] = consoleView(w.state, quiet(w.now)).firms;
  expect(second?.similarTo).toBe(first?.id);
  w.do(HOST, { type: 'firm.merge', from: second!.id, into: first!.id });
  expect(consoleView(w.state, quiet(w.now)).firms).toHaveLength(1);
  w.do(HOST, { type: 'room.undo', undo: w.state.undo.at(-1)!.id });
  expect(consoleView(w.state, quiet(w.now)).firms).toHaveLength(2);
});

test('two participants who are the same person count once, the answers of the one kept stand', () => {
  const w = new Workshop().open();
  const phone = w.join('Ana', 'Ajax');
  const tablet = w.join('Anna', 'Ajax');
  w.openPhase('critical', 'choose');
  const options = w.state.setup.shortlist;
  w.answer(phone, { kind: 'critical', options: options.slice(0, 3) });
  w.answer(tablet, { kind: 'critical', options: options.slice(3, 6) });
  w.do(HOST, { type: 'participant.merge', from: tablet.id, into: phone.id });
  expect(
    criticalVotes(w.state, 'critical')
      .map((vote) => vote.id)
      .sort(),
  ).toEqual(options.slice(0, 3).sort());
  w.answer(tablet, { kind: 'critical', options: options.slice(1, 4) });
  expect(
    criticalVotes(w.state, 'critical')
      .map((vote) => vote.id)
      .sort(),
  ).toEqual(options.slice(1, 4).sort());
});

test('C nobody answers before the ground rules, and observers are counted apart', () => {
  const w = new Workshop().open();
  const profile = {
    name: 'Late',
    organisation: 'Late Ltd',
    jobTitle: null,
    sizeBand: null,
    subSector: null,
    role: 'employer' as const,
  };
  w.openPhase('critical', 'choose');
  w.do(
    { role: 'door', id: 'door' },
    { type: 'participant.join', participant: 'p-late', hash: '2'.repeat(64), profile },
  );
  const late = { role: 'employer' as const, id: 'p-late' };
  const ballot = w.ballot({ kind: 'critical', options: w.state.setup.shortlist.slice(0, 3) });
  expect(w.refusal(late, ballot)).toBe('ground_rules_first');
  w.do(late, { type: 'ground-rules.acknowledge' });
  w.do(late, ballot);
  expect(w.state.participants['p-late']?.groundRulesAt).toBe(w.now - 1000);
  w.join('Obi', 'College', 'observer');
  expect(screenView(w.state, quiet(w.now)).header.presence).toMatchObject({
    firms: 1,
    observers: 1,
    belowQuorum: true,
  });
});

test('R5 a locked room keeps newcomers out, and only them', () => {
  const w = new Workshop().open();
  w.join('Ana');
  w.do(HOST, { type: 'room.lock', locked: true });
  expect(() => w.join('Ben')).toThrow('room_locked');
});

test('C3 an author is shown only by consent and only while it is valid; R7 no name reaches screen or phones otherwise', () => {
  const w = new Workshop().open();
  const ana = w.join('Ana Lima', 'Ajax');
  w.openPhase('reason', 'tap');
  w.do(ana, {
    type: 'entry.add',
    activity: 'reason',
    kind: 'comment',
    occupation: w.state.setup.shortlist[0]!,
    code: null,
    label: 'Nobody applies',
  });
  w.close();
  w.reveal();
  const author = (now: number) => reasonResults(w.state, currentRound(w.state), now).comments[0]?.author;
  expect(author(w.now)).toBeNull();
  w.do(ana, { type: 'consent.set', consent: { named: false, quoted: true } });
  expect(author(w.now)).toBe('Ana Lima, Ajax');
  expect(author(w.now + 93 * 24 * 3600_000)).toBeNull();
  w.do(ana, { type: 'consent.set', consent: { named: false, quoted: false } });
  expect(author(w.now)).toBeNull();
  for (const view of [screenView(w.state, quiet(w.now)), phoneView(w.state, quiet(w.now))])
    expect(JSON.stringify(view)).not.toMatch(/Ana|Ajax/);
});

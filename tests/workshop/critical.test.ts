import { expect, test } from 'vitest';
import { criticalVotes, gridRows, tiedAtTheBoundary } from '../../server/workshop/tally/critical.ts';
import { focusOccupations } from '../../server/workshop/options.ts';
import { DEFAULT_GUIDE } from '../../server/workshop/default-guide.ts';
import { HOST, Workshop } from './workshop-of.ts';

const keepTwo = DEFAULT_GUIDE.map((activity) =>
  activity.kind === 'critical' ? { ...activity, choose: { min: 1, max: 3, keep: 2 } } : activity,
);

function voted(ballots: number[][], organisation?: (index: number) => string) {
  const w = new Workshop({ guide: keepTwo }).open();
  const people = ballots.map((_, index) => w.join(`P${index}`, organisation?.(index)));
  w.openPhase('critical', 'choose');
  const options = w.state.setup.shortlist;
  ballots.forEach((chosen, index) =>
    w.answer(people[index]!, { kind: 'critical', options: chosen.map((option) => options[option]!) }),
  );
  return { w, people, options };
}

test('R2 the same person voting again sets the ballot, it does not add one', () => {
  const { w, people, options } = voted([[0], [0]]);
  w.answer(people[0]!, { kind: 'critical', options: [options[1]!] });
  w.close();
  expect(criticalVotes(w.state, 'critical').map(({ id, firms, people: n }) => [id, firms, n])).toEqual(
    expect.arrayContaining([
      [options[0], 1, 1],
      [options[1], 1, 1],
    ]),
  );
});

test('V4 two people of one firm count once, and a tie between them counts as nothing said', () => {
  const { w, options } = voted([[0], [0], [1]], (index) => (index < 2 ? 'Ajax Inc.' : 'Zenith'));
  expect(criticalVotes(w.state, 'critical').map(({ id, firms, people }) => [id, firms, people])).toEqual(
    expect.arrayContaining([
      [options[0], 1, 2],
      [options[1], 1, 1],
    ]),
  );
  const split = voted([[0], [1]], () => 'Ajax');
  expect(criticalVotes(split.w.state, 'critical').map((vote) => vote.firms)).toEqual([0, 0]);
});

test('a ballot with too many, too few, unknown or repeated options is refused', () => {
  const { w, people, options } = voted([[0]]);
  const cast = (chosen: string[]) => w.refusal(people[0]!, w.ballot({ kind: 'critical', options: chosen }));
  expect(cast(options.slice(0, 4))).toBe('ballot_count');
  expect(cast([options[0]!, options[0]!])).toBe('ballot_count');
  expect(cast(['99-9999'])).toBe('unknown_option');
});

test('a tie across the line goes to the pairwise grid, and the grid decides what is kept', () => {
  const { w, people, options } = voted([
    [0, 1],
    [0, 2],
    [0, 1],
    [0, 2],
  ]);
  w.close();
  w.reveal();
  expect(tiedAtTheBoundary(w.state, 'critical')).toEqual({
    options: expect.arrayContaining([options[1], options[2]]) as unknown,
    places: 1,
  });
  w.do(HOST, { type: 'guide.next', activity: 'critical', phase: 'choose' });
  expect(w.state.current.phase).toBe('ties');
  w.do(HOST, { type: 'phase.open', activity: 'critical', phase: 'ties' });
  for (const person of people.slice(0, 3))
    w.answer(person, { kind: 'tie', a: options[1]!, b: options[2]!, winner: options[2]! });
  w.answer(people[3]!, { kind: 'tie', a: options[1]!, b: options[2]!, winner: options[1]! });
  w.close();
  expect(gridRows(w.state, 'critical').map(({ id, wins, kept }) => [id, wins, kept])).toEqual([
    [options[2], 3, true],
    [options[1], 1, false],
  ]);
  w.reveal();
  expect(focusOccupations(w.state)).toEqual([options[0], options[2]]);
});

test('without a tie the grid is passed over', () => {
  const { w } = voted([[0, 1], [0, 1], [0]]);
  w.close();
  w.reveal();
  w.do(HOST, { type: 'guide.next', activity: 'critical', phase: 'choose' });
  expect(w.state.current.activity).toBe('category');
});

test('a write-in that is matched counts for its occupation, also in ballots cast before', () => {
  const w = new Workshop({ guide: keepTwo }).open();
  const ana = w.join('Ana');
  w.openPhase('critical', 'nominate');
  const entry = w.do(ana, {
    type: 'entry.add',
    activity: 'critical',
    kind: 'nomination',
    occupation: null,
    code: null,
    label: 'Lift mechanic',
  });
  w.openPhase('critical', 'choose');
  w.answer(ana, { kind: 'critical', options: [entry] });
  w.do(HOST, { type: 'entry.match', entry, code: '47-4021' });
  expect(criticalVotes(w.state, 'critical')).toMatchObject([{ id: '47-4021', firms: 1 }]);
});

test('undo of a reveal hides the result again and gives the list of critical occupations back', () => {
  const { w, options } = voted([[0, 1]]);
  w.close();
  w.reveal();
  expect(w.state.critical).toHaveLength(2);
  w.do(HOST, { type: 'room.undo', undo: w.state.undo.at(-1)!.id });
  expect(w.state.phases['critical:choose']?.status).toBe('closed');
  expect(w.state.critical).toEqual([]);
  expect(focusOccupations(w.state)).toEqual(options.slice(0, 2));
});

/** S7: what reaches any other socket holds no value, id or word of a person that its owner did not agree to share. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../src/lib/protocol/answers.ts';
import { MarkedRoom } from './marked-room.ts';
import type { Frame, Watch } from './marked-room.ts';
import type { Mark, Marked } from './marked-words.ts';

let room: MarkedRoom;
beforeAll(async () => {
  room = await MarkedRoom.play();
}, 120_000);
afterAll(() => room.close());

/** Nobody in the room is told these, a facilitator neither. */
const STAFF_ONLY: Mark[] = [
  'figureReason',
  'validationReason',
  'what',
  'measure',
  'contact',
  'surveyComment',
  'jobTitle',
];
/** For the facilitator's eyes: what waits to be released or taken onto the map. */
const HOST_ONLY: Mark[] = ['heldComment', 'proposal'];
/** Lists everybody adds to, and comments once they are shown: without a name. */
const SHARED: Mark[] = ['nomination', 'gap', 'preference', 'comment'];

const isNamed = ({ consent, isRevoked }: Marked): boolean =>
  !isRevoked && (consent?.named === true || consent?.quoted === true);

function secretsFor({ face }: Watch, person: Marked): string[] {
  const own = STAFF_ONLY.map((mark) => person.words[mark]);
  const values = [String(person.estimate), ...person.ids];
  if (face === 'console') return [...own, String(person.estimate), ...person.ids.slice(1)];
  const names = isNamed(person) ? [] : [person.words.name, person.words.organisation];
  return [...own, ...values, ...names, ...HOST_ONLY.map((mark) => person.words[mark])];
}

function found(frames: readonly Frame[], secret: string): string[] {
  return frames.filter(({ text }) => text.includes(secret)).map(({ at }) => `${secret} in ${at}`);
}

test('S7 R7 no frame at any other socket holds what its owner did not agree to share', () => {
  const leaks: string[] = [];
  let frames = 0;
  let searches = 0;
  for (const watch of room.watches) {
    frames += watch.frames.length;
    for (const person of room.people) {
      if (person.index === watch.owner) continue;
      for (const secret of secretsFor(watch, person)) {
        searches += watch.frames.length;
        leaks.push(
          ...found(watch.frames, secret).map((leak) => `${watch.face} of ${String(watch.owner)}: ${leak}`),
        );
      }
    }
  }
  const given = [...room.answers.values()].reduce((sum, count) => sum + count, 0);
  console.info(
    `S7 frames: ${frames} at ${room.watches.length} sockets, ${given} answers of ${room.answers.size} kinds, ${searches} searches, ${leaks.length} found`,
  );
  expect(room.answers.size, 'every kind of answer is given').toBe(answer.options.length);
  expect(room.watches.filter(({ face }) => face === 'console')).toHaveLength(3);
  expect(leaks).toEqual([]);
  expect(frames).toBeGreaterThan(300);
  expect(room.watches.every((watch) => watch.frames.length > 20)).toBe(true);
});

test('S7 V5 a comment reaches nobody but its author and the facilitator before it is revealed', () => {
  for (const watch of room.watches.filter(({ face }) => face !== 'console'))
    for (const { index, words } of room.people)
      if (index !== watch.owner) {
        const early = watch.frames.filter(({ at, isBefore }) => at !== 'tap' || isBefore);
        const before = early.slice(
          0,
          early.findIndex(({ at }) => at === 'rate'),
        );
        expect(found(before, words.comment)).toEqual([]);
      }
});

test('S7 the marks are found where they may be: at their owner, and on every face once shared', () => {
  for (const { index, words, wires, ids } of room.people) {
    const own = room.watches.filter(({ owner }) => owner === index);
    expect(own).toHaveLength(wires.length);
    for (const mark of [...STAFF_ONLY, ...HOST_ONLY, ...SHARED].filter(
      (each) => each !== 'measure' && each !== 'contact',
    ))
      expect(found(own[0]?.frames ?? [], words[mark]).length, mark).toBeGreaterThan(0);
    expect(found(own[0]?.frames ?? [], ids[0] ?? '').length).toBeGreaterThan(0);
    for (const watch of room.watches)
      for (const mark of SHARED)
        expect(found(watch.frames, words[mark]).length, `${mark} ${watch.face}`).toBeGreaterThan(0);
  }
});

test('S7 C3 a name stands on the screen for who allows it, and for nobody who took it back', () => {
  const screen = room.watches.find(({ face }) => face === 'screen')?.frames ?? [];
  for (const person of room.people)
    expect([person.index, found(screen, person.words.name).length > 0]).toEqual([
      person.index,
      isNamed(person),
    ]);
});

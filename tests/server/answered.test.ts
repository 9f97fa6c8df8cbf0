import { expect, it } from 'vitest';
import { Answered, digestOf, stampedHash } from '../../server/room/answered.ts';
import type { Command } from '../../src/lib/protocol/commands/index.ts';

const said = { type: 'answer.finish' } as Command;
const digest = digestOf(said);

function answeredTo(seq: number): Answered {
  const answered = new Answered();
  for (let one = 1; one <= seq; one += 1) {
    const command = { id: `c-${one}`, hash: stampedHash(digest, one === 2 ? 'money' : null) };
    answered.remember({ seq: one, at: 0, command, actor: 'employer:p', events: [] });
  }
  return answered;
}

it('R3 what a checkpoint keeps answers as before, warnings and reused ids too', () => {
  const again = Answered.from({ seq: 3, state: {}, answered: answeredTo(3).entries() }, []);
  expect(again.find('c-1', digest)).toEqual({ ok: true, seq: 1, warning: null });
  expect(again.find('c-2', digest)).toEqual({ ok: true, seq: 2, warning: 'money' });
  expect(again.find('c-3', 'another')).toBe('reused');
  expect(again.find('c-4', digest)).toBeNull();
});

it('B5 a checkpoint is given the answers themselves: nothing is made for each of them', () => {
  const answered = answeredTo(3);
  const [first, second] = [answered.entries(), answered.entries()];
  expect(first).not.toBe(second);
  first.forEach((entry, index) => expect(entry).toBe(second[index]));
});

it('B5 the list of a checkpoint does not grow with what is answered after it', () => {
  const answered = answeredTo(3);
  const list = answered.entries();
  answered.remember({ seq: 4, at: 0, command: { id: 'c-4', hash: digest }, actor: 'employer:p', events: [] });
  expect(list).toHaveLength(3);
});

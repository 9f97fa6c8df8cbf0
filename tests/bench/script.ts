/** What one person says in one phase: what a simulated employer would, and then again with a changed mind, without end. */
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { ConsoleView } from '../../src/lib/protocol/views/faces.ts';
import { answersTo } from '../../server/rehearsal/answers.ts';
import type { Person } from '../../server/rehearsal/cast.ts';
import { additionsTo, commandsOf } from '../../server/rehearsal/contributions.ts';
import { Mind } from '../../server/rehearsal/mind.ts';

export type Question = Pick<ConsoleView, 'header' | 'content'>;

export function* scriptOf(
  person: Person,
  { header: { current }, content }: Question,
): Generator<RoomCommand, never> {
  const { activity, phase, round } = current;
  yield* commandsOf(
    activity,
    additionsTo(content, mind(person, phase, 'adds'), () => []),
    [],
  );
  for (let turn = 1; ; turn += 1) {
    for (const answer of answersTo(content, { mind: mind(person, phase, `turn ${turn}`), round }))
      yield { type: 'answer.set', activity, round, answer };
    yield { type: 'answer.finish', activity, round, finished: turn % 2 === 1 };
  }
}

function mind(person: Person, phase: string, occasion: string): Mind {
  return new Mind(1, person, phase, occasion);
}

/** The proceedings: who was there, and how many answered each question, in the order they were asked. */
import type { Asked } from '../play.ts';
import type { Person } from '../cast.ts';
import type { Said } from '../transcript.ts';
import { same } from './compare.ts';
import type { Source } from './source.ts';

/** Done, not asked. */
const UNASKED = new Set(['join', 'map']);
const ANSWERED = /Round (\d+)\. (\d+) of (\d+) firms? answered, (\d+) (?:person|people)\./g;

export function recountProceedings(source: Source, cast: readonly Person[]): string[] {
  const { published, employers, asked } = source;
  const questions = asked.filter(({ phase }) => !UNASKED.has(phase));
  const expected = questions.map((question) => {
    const people = cast.filter((person) => employers.some((said) => isAnswerOf(said, person, question)));
    const firms = new Set(people.map(({ firm }) => firm)).size;
    return [question.round, firms, question.firms.length, people.length];
  });
  const firms = new Set(cast.map(({ firm }) => firm)).size;
  const attendance = `${firms} firm${firms === 1 ? '' : 's'} with ${cast.length} employer${cast.length === 1 ? '' : 's'}`;
  return ['proceedings.md', 'proceedings.html'].flatMap((file) => {
    const text = published.text(file);
    const told = [...text.matchAll(ANSWERED)].map((found) => found.slice(1, 5).map(Number));
    return [
      ...same(`${file}, firms and people by question`, told, expected),
      ...(text.includes(attendance) ? [] : [`${file}: does not say that there were ${attendance}`]),
    ];
  });
}

function isAnswerOf(
  { person, command }: Said,
  someone: Person,
  { activity, round, phase, view }: Asked,
): boolean {
  return (
    person === someone &&
    command.type === 'answer.set' &&
    command.activity === activity &&
    command.round === round &&
    (command.answer.kind === 'tie') === (phase === 'ties') &&
    phase !== 'nominate' &&
    view.header.current.activity === activity
  );
}

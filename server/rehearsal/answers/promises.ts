import type { Answering } from '../answering.ts';
import { byId } from '../mind.ts';

const ACTIONS = [
  { what: 'Take two students for a term', measure: 'Two students finish', by: '2027-05-31' },
  { what: 'Open one day for a class to watch', measure: 'One class has come', by: '2027-03-01' },
  { what: 'Read the draft curriculum and answer', measure: 'Comments sent', by: '2027-02-15' },
  { what: 'Send a supervisor to the task force', measure: 'Present at each meeting', by: null },
];
const COMMENTS = ['Good pace, and we were listened to.', 'More time for the map next time.'];

export const commitmentAnswers: Answering<'commitment'> = ({ offers }, { mind }) =>
  byId(offers)
    .filter(() => mind.chance.chance(0.22))
    .map(({ id }) => ({
      kind: 'commitment',
      commitment: id,
      ...mind.chance.pick(ACTIONS),
      contact: mind.person.email,
    }));

export const surveyAnswers: Answering<'close'> = (_content, { mind }) => {
  const score = (): number => mind.chance.whole(3, 5);
  const comment = mind.chance.chance(0.3) ? mind.chance.pick(COMMENTS) : null;
  return [{ kind: 'survey', useful: score(), heard: score(), clear: score(), comment }];
};

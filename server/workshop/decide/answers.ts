/** Answers: a SET by (participant, question), the last one stored wins, every change stays in the record (R2). */
import { competitionWarning } from '../../../src/lib/protocol/competition.ts';
import type { Answer } from '../../../src/lib/protocol/answers.ts';
import { questionOf } from '../../../src/lib/protocol/questions.ts';
import type { RefusalCode } from '../../../src/lib/protocol/refusals.ts';
import type { WorkshopEvent } from '../events.ts';
import { personOf } from '../firms.ts';
import { currentRound, phaseOf } from '../phases.ts';
import type { Context, Decision } from '../ports.ts';
import type { WorkshopState } from '../state.ts';
import { checkAnswer } from './answer-checks.ts';
import { happened, refuse } from './handler.ts';
import type { Deciders } from './handler.ts';

/** A ballot names the activity and round it answers; one that arrives late is refused, never counted elsewhere. */
function isAskedNow(state: WorkshopState, asked: { activity: string; round: number }): boolean {
  return asked.activity === state.current.activity && asked.round === phaseOf(state, state.current).round;
}

function mayAnswer(
  state: WorkshopState,
  participant: string,
  asked: { activity: string; round: number },
): RefusalCode | null {
  if (!isAskedNow(state, asked)) return 'moved_on';
  return personOf(state, participant)?.groundRulesAt == null ? 'ground_rules_first' : null;
}

/** Phases with a single question: answering it is having finished. */
const SINGLE = new Set(['critical', 'survey']);

function store(
  state: WorkshopState,
  participant: string,
  answer: Answer,
  via: 'self' | 'paper',
  context: Context,
): Decision {
  const refusal = checkAnswer(state, answer);
  if (refusal) return refuse(refusal);
  const at = { ...state.current, participant, round: phaseOf(state, state.current).round };
  const events: WorkshopEvent[] = [
    { type: 'answerStored', ...at, question: questionOf(answer), answer, at: context.now, via },
  ];
  if (SINGLE.has(answer.kind) && currentRound(state).finished[participant] === undefined)
    events.push({ type: 'finishedSet', ...at, finished: true, at: context.now });
  const warning = freeTexts(answer)
    .map(competitionWarning)
    .find((found) => found !== null);
  return warning ? { events, warning } : { events };
}

function freeTexts(answer: Answer): string[] {
  const texts =
    'reason' in answer
      ? [answer.reason]
      : answer.kind === 'commitment'
        ? [answer.what, answer.measure]
        : answer.kind === 'survey'
          ? [answer.comment]
          : [];
  return texts.filter((text) => text !== null);
}

export const answerDeciders: Deciders<'answer.set' | 'answer.clear' | 'answer.finish' | 'answer.paper'> = {
  'answer.set'(state, actor, command, context) {
    const refusal = mayAnswer(state, actor.id, command);
    return refusal ? refuse(refusal) : store(state, actor.id, command.answer, 'self', context);
  },
  'answer.clear'(state, actor, command, context) {
    const refusal = mayAnswer(state, actor.id, command);
    if (refusal) return refuse(refusal);
    const at = { ...state.current, participant: actor.id, round: command.round };
    const round = currentRound(state);
    if (round.answers[command.question]?.[actor.id] === undefined) return happened();
    const events: WorkshopEvent[] = [{ type: 'answerCleared', ...at, question: command.question }];
    if (SINGLE.has(command.question))
      events.push({ type: 'finishedSet', ...at, finished: false, at: context.now });
    return happened(...events);
  },
  'answer.finish'(state, actor, command, context) {
    const refusal = mayAnswer(state, actor.id, command);
    if (refusal) return refuse(refusal);
    return happened({
      type: 'finishedSet',
      ...state.current,
      participant: actor.id,
      round: command.round,
      finished: command.finished,
      at: context.now,
    });
  },
  'answer.paper'(state, _actor, command, context) {
    const person = personOf(state, command.participant);
    if (!person || person.profile.role !== 'employer') return refuse('not_found');
    if (!isAskedNow(state, command)) return refuse('moved_on');
    if (person.groundRulesAt === null) return refuse('ground_rules_first');
    return store(state, person.id, command.answer, 'paper', context);
  },
};

/** A person sees the answer just given, before the server has confirmed it; it is marked as not saved yet (R1). */
import type { Answer } from '../protocol/answers.ts';
import { questionOf } from '../protocol/questions.ts';
import type { Pending } from './sender.ts';

/** Question -> the answer under way; null where an answer is being taken back. */
export function pendingAnswers(pending: readonly Pending[]): Map<string, Answer | null> {
  const answers = new Map<string, Answer | null>();
  for (const { command } of pending) {
    if (command.type === 'answer.set') answers.set(questionOf(command.answer), command.answer);
    if (command.type === 'answer.clear') answers.set(command.question, null);
  }
  return answers;
}

/** The stored answers with those under way laid over them. */
export function mergedAnswers(stored: readonly Answer[], pending: readonly Pending[]): Answer[] {
  const under = pendingAnswers(pending);
  const kept = stored.filter((answer) => !under.has(questionOf(answer)));
  return [...kept, ...[...under.values()].filter((answer) => answer !== null)];
}

export type Saving = 'sending' | 'waiting' | 'saved';

/** Where the answer to one question is on its way; 'saved' when nothing of it is under way. */
export function savingOf(question: string, pending: readonly Pending[]): Saving {
  const last = pending.findLast(({ command }) => {
    if (command.type === 'answer.set') return questionOf(command.answer) === question;
    return command.type === 'answer.clear' && command.question === question;
  });
  return last?.status ?? 'saved';
}

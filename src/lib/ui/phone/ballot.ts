/**
 * What one person may say in the current phase, and where it goes. Pending commands are shown over what the server has
 * stored, and are never called saved (R1). The console draws the same answers to enter paper ones.
 */
import type { Answer, AnswerKind, AnswerOf } from '#lib/protocol/answers.ts';
import type { RoomCommand } from '#lib/protocol/commands/index.ts';
import type { MapChange } from '#lib/protocol/map-change.ts';
import { questionOf } from '#lib/protocol/questions.ts';
import type { OwnView, PhoneView } from '#lib/protocol/views/faces.ts';
import type { FoundOccupation } from './found-occupation.ts';

export type NewEntry = Omit<Extract<RoomCommand, { type: 'entry.add' }>, 'type' | 'activity'>;

export interface Ballot {
  /** The phase is open and this person gives answers. */
  readonly canAnswer: boolean;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly entries: OwnView['entries'];
  /** Entries on their way, which have no id in the room yet. */
  readonly pendingEntries: readonly NewEntry[];
  readonly proposals: OwnView['proposals'];
  readonly finished: boolean;
  /** Something said here is not stored yet: it must not be called saved, sent or in (R1). */
  readonly isOnTheWay?: boolean;
  readonly turnout: { finished: number; firms: number };
  readonly round: number;
  set(answer: Answer): void;
  clear(question: string): void;
  add(entry: NewEntry): void;
  withdraw(entry: string): void;
  propose(pathway: string, change: MapChange): void;
  finish(finished: boolean): void;
  search(words: string): Promise<FoundOccupation[]>;
}

export function answerTo<K extends AnswerKind>(
  ballot: Ballot,
  kind: K,
  question: string,
): AnswerOf<K> | null {
  const answer = ballot.answers.get(question);
  return answer?.kind === kind ? (answer as AnswerOf<K>) : null;
}

/** A command on its way, as the room's outbox tells it. */
export interface Pending {
  command: RoomCommand;
  status: 'waiting' | 'sending' | 'saved';
}

interface Sources {
  view: PhoneView;
  own: OwnView;
  pending: readonly Pending[];
  act: (command: RoomCommand) => void;
  search: (words: string) => Promise<FoundOccupation[]>;
}

export function ballotOf({ view, own, pending, act, search }: Sources): Ballot {
  const { activity, round, status } = view.header.current;
  const at = { activity, round };
  const here = pending
    .map(({ command }) => command)
    .filter((command) => 'activity' in command && command.activity === activity);
  return {
    canAnswer:
      status === 'open' &&
      own.role === 'employer' &&
      view.header.stage === 'running' &&
      !view.header.topicStopped,
    answers: mergedAnswers(own.answers, here, round),
    entries: own.entries,
    pendingEntries: pending.flatMap(({ command, status: sent }) =>
      command.type === 'entry.add' && command.activity === activity && sent !== 'saved' ? [command] : [],
    ),
    isOnTheWay: pending.some(
      ({ command, status: sent }) =>
        sent !== 'saved' && 'activity' in command && command.activity === activity,
    ),
    proposals: own.proposals,
    finished: lastFinish(here, round) ?? own.finished,
    turnout: view.header.turnout,
    round,
    set: (answer) => act({ type: 'answer.set', ...at, answer }),
    clear: (question) => act({ type: 'answer.clear', ...at, question }),
    add: (entry) => act({ type: 'entry.add', activity, ...entry }),
    withdraw: (entry) => act({ type: 'entry.withdraw', entry }),
    propose: (pathway, change) => act({ type: 'map.propose', activity, pathway, change }),
    finish: (finished) => act({ type: 'answer.finish', ...at, finished }),
    search,
  };
}

function mergedAnswers(
  stored: readonly Answer[],
  pending: readonly RoomCommand[],
  round: number,
): Map<string, Answer> {
  const answers = new Map(stored.map((answer) => [questionOf(answer), answer]));
  for (const command of pending) {
    if (command.type === 'answer.set' && command.round === round)
      answers.set(questionOf(command.answer), command.answer);
    if (command.type === 'answer.clear' && command.round === round) answers.delete(command.question);
  }
  return answers;
}

function lastFinish(pending: readonly RoomCommand[], round: number): boolean | undefined {
  return pending
    .filter((command) => command.type === 'answer.finish')
    .filter((command) => command.round === round)
    .at(-1)?.finished;
}

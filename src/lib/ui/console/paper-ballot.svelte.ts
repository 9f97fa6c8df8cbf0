/** A ballot the facilitator fills in for a person without a phone: what was entered here, never what the person said before. */
import { SvelteMap } from 'svelte/reactivity';
import type { Answer } from '#lib/protocol/answers.ts';
import { questionOf } from '#lib/protocol/questions.ts';
import type { Ballot, NewEntry } from '../phone/ballot.ts';
import { CONSOLE_WORDS } from '../words/console.ts';
import type { Desk } from './desk.svelte.ts';
import type { Person } from './person.ts';

const words = CONSOLE_WORDS.paper;

export class PaperBallot implements Ballot {
  readonly answers = new SvelteMap<string, Answer>();
  readonly entries = [];
  readonly pendingEntries = [];
  readonly proposals = [];
  readonly finished = false;
  readonly #desk: Desk;
  readonly #person: Person;
  readonly #ondone: () => void;
  #last: Promise<boolean> = Promise.resolve(true);

  constructor(desk: Desk, person: Person, ondone: () => void) {
    this.#desk = desk;
    this.#person = person;
    this.#ondone = ondone;
  }

  get canAnswer(): boolean {
    const { header } = this.#desk.view;
    return header.current.status === 'open' && header.stage === 'running' && !header.topicStopped;
  }

  get turnout() {
    return this.#desk.view.header.turnout;
  }

  get round(): number {
    return this.#desk.view.header.current.round;
  }

  readonly set = (answer: Answer): void => {
    const question = questionOf(answer);
    const before = this.answers.get(question);
    this.answers.set(question, answer);
    this.#last = this.#store(answer).then((isStored) => {
      if (!isStored && this.answers.get(question) === answer) this.#putBack(question, before);
      return isStored;
    });
  };

  /** Paper answers are replaced, not taken back: the person has handed the paper in. */
  readonly clear = (): void => this.#desk.say(words.notCleared);

  readonly add = (entry: NewEntry): void => {
    const { activity } = this.#desk.view.header.current;
    const { kind, occupation, code, label } = entry;
    if (kind === 'comment') {
      const text = words.commentNote(this.#person.name, label);
      void this.#desk.ask({ type: 'note.add', text, decision: false }, words.commentNoted);
    } else {
      void this.#desk.ask(
        { type: 'entry.create', activity, kind, occupation, code, label },
        CONSOLE_WORDS.entries.added,
      );
    }
  };

  readonly withdraw = (): void => this.#desk.say(words.notCleared);

  readonly propose: Ballot['propose'] = (pathway, change) => {
    void this.#desk.ask({ type: 'map.change', pathway, change }, CONSOLE_WORDS.map.changed);
  };

  readonly finish = (isFinished: boolean): void => {
    if (isFinished) void this.#last.then((isStored) => isStored && this.#ondone());
  };

  readonly search: Ballot['search'] = (query) => this.#desk.search(query);

  #store(answer: Answer): Promise<boolean> {
    const { activity, round } = this.#desk.view.header.current;
    const command = { type: 'answer.paper', participant: this.#person.id, activity, round, answer } as const;
    return this.#desk.ask(command, words.saved(this.#person.name));
  }

  #putBack(question: string, before: Answer | undefined): void {
    if (before) this.answers.set(question, before);
    else this.answers.delete(question);
  }
}

/** `inputs.ndjson`: what the employers said about the map and the figures, a line each, for anybody who wants to count again. */
import type { Answer } from '../../src/lib/protocol/answers.ts';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import type { CommandOf } from '../../src/lib/protocol/commands/index.ts';
import type { Said, Transcript } from './transcript.ts';

export type InputKind =
  | 'critical'
  | 'figure'
  | 'category'
  | 'reason'
  | 'gap'
  | 'step'
  | 'transition'
  | 'validation'
  | 'preference'
  | 'commitment';

export interface Input {
  at: string;
  participant: string;
  firm: string;
  kind: InputKind;
  target: string;
  value: unknown;
  ack: Ack | null;
}

type Spoken = Pick<Input, 'kind' | 'target' | 'value'>;

export function inputsOf(transcript: Transcript): Input[] {
  const occupations = new Map(
    transcript.all.flatMap(({ id, command }) =>
      command.type === 'entry.add' ? [[id, command.occupation] as const] : [],
    ),
  );
  return transcript.all.flatMap((said) => {
    const { person, at, ack } = said;
    const spoken = person && spokenIn(said, occupations);
    if (!person || !spoken) return [];
    const participant = `employer-${String(person.number).padStart(2, '0')}`;
    return [{ at: new Date(at).toISOString(), participant, firm: person.firm, ...spoken, ack }];
  });
}

function spokenIn({ id, command }: Said, occupations: ReadonlyMap<string, string | null>): Spoken | null {
  switch (command.type) {
    case 'answer.set':
      return answered(command.answer, command.round, occupations);
    case 'entry.add':
      return added(id, command);
    case 'map.propose': {
      const { pathway, change } = command;
      return {
        kind: change.type.startsWith('step') ? 'step' : 'transition',
        target: `${pathway}/${id}`,
        value: change,
      };
    }
    default:
      return null;
  }
}

function answered(
  answer: Answer,
  round: number,
  occupations: ReadonlyMap<string, string | null>,
): Spoken | null {
  switch (answer.kind) {
    case 'critical':
      return { kind: 'critical', target: 'critical', value: answer.options };
    case 'figure': {
      const { occupation, measure, mark, estimate, reason } = answer;
      return { kind: 'figure', target: `${occupation}/${measure}`, value: { mark, estimate, reason } };
    }
    case 'category':
      return { kind: 'category', target: answer.occupation, value: answer.category };
    case 'reason':
      return { kind: 'reason', target: answer.occupation, value: answer.reasons };
    case 'gap': {
      const occupation = occupations.get(answer.gap) ?? answer.gap.split(':')[1] ?? '';
      const { frequency, dayOne } = answer;
      return { kind: 'gap', target: `${occupation}/${answer.gap}`, value: { frequency, dayOne } };
    }
    case 'order':
      return { kind: 'step', target: `${answer.occupation}/${answer.side}`, value: answer.steps };
    case 'validation': {
      const { pathway, of, target, opinion, reason } = answer;
      return { kind: 'validation', target: `${pathway}/${of}/${target}`, value: { round, opinion, reason } };
    }
    case 'preference':
      return { kind: 'preference', target: answer.entry, value: answer.chosen };
    case 'commitment': {
      const { commitment, what, measure, by } = answer;
      return { kind: 'commitment', target: commitment, value: { what, measure, by } };
    }
    default:
      return null;
  }
}

/** What an employer brought to a list, under the kind of the list's own answers. */
function added(id: string, { kind, occupation, label }: CommandOf<'entry.add'>): Spoken | null {
  switch (kind) {
    case 'gap':
      return { kind: 'gap', target: `${occupation ?? ''}/${id}`, value: { label } };
    case 'comment':
      return { kind: 'reason', target: occupation ?? '', value: { comment: label } };
    case 'nomination':
      return null;
    default:
      return { kind: 'preference', target: id, value: { kind, label } };
  }
}

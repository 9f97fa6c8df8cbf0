import type { Answer } from './answers.ts';

/** The question an answer answers: one participant has at most one answer to it (R2). */
export function questionOf(answer: Answer): string {
  switch (answer.kind) {
    case 'figure':
      return `figure/${answer.occupation}/${answer.measure}`;
    case 'critical':
      return 'critical';
    case 'tie':
      return answer.a < answer.b ? `tie/${answer.a}/${answer.b}` : `tie/${answer.b}/${answer.a}`;
    case 'category':
      return `category/${answer.occupation}`;
    case 'reason':
      return `reason/${answer.occupation}`;
    case 'gap':
      return `gap/${answer.gap}`;
    case 'order':
      return `order/${answer.occupation}/${answer.side}`;
    case 'validation':
      return `validation/${answer.pathway}/${answer.of}/${answer.target}`;
    case 'preference':
      return `preference/${answer.entry}`;
    case 'commitment':
      return `commitment/${answer.commitment}`;
    case 'survey':
      return 'survey';
  }
}

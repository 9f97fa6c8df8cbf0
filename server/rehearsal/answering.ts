import type { Answer } from '../../src/lib/protocol/answers.ts';
import type { ContentKind, ContentOf } from '../../src/lib/protocol/views/content.ts';
import type { Mind } from './mind.ts';

export interface Occasion {
  mind: Mind;
  round: number;
}
/** What an employer answers to one kind of content, in the order it is said. */
export type Answering<K extends ContentKind> = (content: ContentOf<K>, occasion: Occasion) => Answer[];

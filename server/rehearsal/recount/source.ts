/** What a recount may read: the inputs as they lie in the folder, the facilitator's own log, and the zip. */
import type { Asked } from '../play.ts';
import type { Input } from '../inputs.ts';
import type { Said } from '../transcript.ts';
import type { Published } from './published.ts';

export interface Source {
  inputs: readonly Input[];
  /** What the facilitator said. */
  facilitator: readonly Said[];
  /** What employers said that has no line in the inputs: the pairs of a tie. */
  employers: readonly Said[];
  asked: readonly Asked[];
  published: Published;
}

/** The last time this phase was asked. */
export function lastAsked({ asked }: Source, phase: string): Asked | undefined {
  return asked.findLast((one) => one.phase === phase);
}

/** What the rules are given beside state and command: no clock, randomness, sockets or files of their own. */
import type { RefusalCode } from '../../src/lib/protocol/refusals.ts';
import type { Role } from '../../src/lib/protocol/roles.ts';
import type { CodeList } from '../lmi/code-list.ts';
import type { Dataset } from '../lmi/dataset.ts';
import type { WorkshopEvent } from './events.ts';

/** Who asks, from the seat. `id`: participant id, seat id, or a staff name's id. */
export interface Actor {
  role: Role;
  id: string;
}

export interface Reference {
  codeList: CodeList;
  /** The dataset the workshop stands on, for occupations that come from outside the short-list. */
  dataset: Dataset;
}

export interface Context {
  /** Epoch milliseconds. */
  now: number;
  /** Id of the command; what it creates takes this id. */
  commandId: string;
  reference: Reference;
}

export type Decision = { events: WorkshopEvent[]; warning?: 'money' | 'no_hire' } | { refusal: RefusalCode };

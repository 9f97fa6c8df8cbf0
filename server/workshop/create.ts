import type { WorkshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import type { CodeList } from '../lmi/code-list.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { buildDeck } from './deck.ts';
import type { WorkshopEvent } from './events.ts';

/** The first events of a workshop. `id` and `code` come from outside: the rules have no randomness. */
export function createWorkshop(input: {
  id: string;
  code: string;
  now: number;
  rehearsal: boolean;
  setup: WorkshopSetup;
  dataset: Dataset;
  codeList: CodeList;
}): WorkshopEvent[] {
  const { id, code, now, rehearsal, setup, dataset, codeList } = input;
  return [
    {
      type: 'workshopCreated',
      id,
      code,
      at: now,
      rehearsal,
      setup,
      deck: buildDeck(dataset, setup.shortlist, setup.pathways, codeList),
    },
  ];
}

/** C5: the proceedings without one byte of name, organisation or free text of a person; tallies, rules and rulings stay. */
import type { Proceedings } from './proceedings.ts';

export function erasedProceedings(whole: Proceedings): Proceedings {
  return {
    ...whole,
    attendance: { ...whole.attendance, named: [], subSectors: [] },
    sections: whole.sections.map((section) => ({ ...section, notes: [] })),
    quotes: [],
    roomDecisions: [],
    commitments: whole.commitments.map((commitment) => ({ ...commitment, actions: [] })),
  };
}

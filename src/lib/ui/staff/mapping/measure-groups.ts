/** The measures as groups of a list to choose from. */
import { MAPPING_WORDS } from '../../words/mapping.ts';
import type { Vocabulary } from '../types.ts';

export function measureGroups({ groups, measures: names }: Vocabulary) {
  return groups.map(({ group, measures }) => ({
    label: MAPPING_WORDS.columns.groups[group],
    options: measures.map((value) => ({ value, label: names[value] })),
  }));
}

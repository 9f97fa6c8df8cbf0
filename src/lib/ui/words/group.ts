/** What the category board says by itself. */
import { plural } from './plural.ts';

export const GROUP_WORDS = {
  board: 'Categories',
  moveTo: 'Move to …',
  moveOne: (title: string) => `Move ${title} to another category`,
  here: 'Nothing here yet',
  bare: (titles: readonly string[]) => `Nothing yet in ${titles.join('; ')}`,
  moved: (title: string, category: string) => `${title} now stands in ${category}`,
  wouldMove: (firms: number, category: string) => `${plural(firms, 'firm', 'firms')}: ${category}`,
} as const;

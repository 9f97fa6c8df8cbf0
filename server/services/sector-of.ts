import type { Dataset } from '../lmi/dataset.ts';
import { majorGroupTitle } from '../workshop/major-group.ts';
import { broadCategoryTitle } from './broad-category.ts';

/** The category that a code gives, in the words of its code system. */
export function sectorOf({ occupations }: Dataset): (code: string) => string {
  return occupations[0]?.system === 'NOC2021' ? broadCategoryTitle : majorGroupTitle;
}

/**
 * The SOC 2018 code list: all 867 detailed occupations and the 12 codes BLS uses for several together, with what people call them.
 * Titles: SOC 2018 and BLS employment projections 2024-34. Aliases: BLS and the O*NET sample of reported titles.
 */
import { readFileSync } from 'node:fs';
import { codeListFromEntries } from '../lmi/code-list-from-entries.ts';
import type { CodeList } from '../lmi/code-list.ts';

const attribution =
  'Occupation titles: Standard Occupational Classification 2018 and BLS employment projections 2024-34 (public domain). ' +
  'Other titles: also from the O*NET 30.2 database of the U.S. Department of Labor, Employment and Training Administration, ' +
  'used under CC BY 4.0 and shortened here; O*NET is a trademark of USDOL/ETA.';

let loaded: CodeList | null = null;

/** Read once; the same list for every caller. */
export function loadCodeList(): CodeList {
  loaded ??= readCodeList();
  return loaded;
}

function readCodeList(): CodeList {
  const lines = readFileSync(new URL('./soc-2018.tsv', import.meta.url), 'utf8').split('\n');
  const entries = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [code = '', title = '', aliases = ''] = line.split('\t');
      return { code, title, aliases: aliases === '' ? [] : aliases.split('|') };
    });
  return codeListFromEntries('SOC2018', attribution, entries);
}

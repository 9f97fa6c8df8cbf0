/** Writes soc-2018.tsv from the published files. Run by hand: node server/sample/published/write-code-list.ts */
import { writeFileSync } from 'node:fs';
import { foldWords } from '../../lmi/words.ts';
import { blsHybridCodes, isBlsHybrid, readSocCode } from '../../lmi/soc.ts';
import { cell, publishedCsv, publishedSheet } from './published-file.ts';

interface Entry {
  title: string;
  aliases: string[];
}

const entries = new Map<string, Entry>();

function addAlias(code: string, alias: string): void {
  const entry = entries.get(code);
  const folded = foldWords(alias).join(' ');
  if (entry === undefined || folded === '') return;
  const known = [entry.title, ...entry.aliases].map((title) => foldWords(title).join(' '));
  if (!known.includes(folded)) entry.aliases.push(alias.replace(/[\t|\n]/g, ' ').trim());
}

for (const row of await publishedSheet('soc_2018_definitions.xlsx', '2018 SOC', 4)) {
  if (cell(row, 'SOC Group') === 'Detailed') entries.set(cell(row, 'SOC Code'), { title: cell(row, 'SOC Title'), aliases: [] });
}
for (const row of publishedCsv('bls_employment_projections_2024-34.csv')) {
  const reading = readSocCode(cell(row, 'Occupation Code'));
  if (!reading.ok) throw new Error(reading.reason);
  const [title = '', ...aliases] = cell(row, 'Occupation Title').split('*').map((part) => part.trim());
  if (isBlsHybrid(reading.code)) entries.set(reading.code, { title, aliases: [] });
  for (const alias of aliases) addAlias(reading.code, alias);
}
for (const row of await publishedSheet('onet_sample_of_reported_titles.xlsx', 'Sample of Reported Titles')) {
  const code = cell(row, 'O*NET-SOC Code');
  if (!code.endsWith('.00')) addAlias(code.slice(0, 7), cell(row, 'Title'));
  addAlias(code.slice(0, 7), cell(row, 'Reported Job Title'));
}

for (const [hybrid, parts] of Object.entries(blsHybridCodes)) {
  for (const part of parts) addAlias(hybrid, entries.get(part)?.title ?? '');
}

const head = [
  '# SOC 2018 detailed occupations and BLS hybrid codes: code, title, aliases divided by a vertical bar.',
  '# Titles: SOC 2018; BLS employment projections 2024-34 for hybrid codes. Aliases: BLS, and O*NET 30.2 (USDOL/ETA, CC BY 4.0).',
];
const lines = [...entries]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([code, { title, aliases }]) => [code, title, aliases.join('|')].join('\t'));
writeFileSync(new URL('../soc-2018.tsv', import.meta.url), [...head, ...lines, ''].join('\n'));

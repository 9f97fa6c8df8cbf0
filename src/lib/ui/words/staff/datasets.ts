/** Datasets: their list, their figures, and where a figure comes from. */
import { plural } from '../plural.ts';

const number = (value: number): string => value.toLocaleString('en-US');

export const datasets = {
  heading: 'Datasets',
  lead: 'Published figures as they were received. They are never overwritten.',
  import: 'Import a file',
  title: 'Title',
  release: 'Release',
  area: 'Area',
  occupations: 'Occupations',
  figures: 'Figures',
  sources: 'Sources',
  imported: 'Imported',
  none: 'No dataset yet',
  noneHelp:
    'Import a published file, such as the BLS employment projections, to have something to prepare a workshop on.',
  importedOn: (day: string) => `imported ${day}`,
  prepare: 'Prepare a workshop on it',
  holds: (occupations: number, figures: number, skills: number, programs: number, pathways: number) =>
    [
      plural(occupations, 'occupation', 'occupations'),
      `${number(figures)} figures`,
      ...(skills > 0 ? [`${number(skills)} skills`] : []),
      ...(programs > 0 ? [plural(programs, 'program', 'programs')] : []),
      ...(pathways > 0 ? [plural(pathways, 'draft pathway', 'draft pathways')] : []),
    ].join(', ') + '. Press a figure to see where it is from.',
};

export const occupations = {
  caption: 'Occupations and their figures',
  search: 'Find an occupation',
  searchHint: 'title, another name for the job, or code',
  group: 'Group',
  everyGroup: 'Every group',
  flags: 'Flags',
  anyFlag: 'With and without',
  onlyFlagged: 'Only with a flagged figure',
  count: (shown: number, all: number) => (shown === all ? `${all} occupations` : `${shown} of ${all}`),
  occupation: 'Occupation',
  code: 'Code',
  origin: 'Where this figure is from',
  noFigure: 'no figure',
  more: (count: number) => `${count} more`,
  allRows: (count: number) => `All ${count}`,
  nothing: 'No occupation fits',
  nothingHelp: 'Try another word for the job, or take a filter off.',
};

export const origin = {
  raw: 'In the file',
  empty: 'an empty cell',
  kept: 'Kept as',
  keptAs: (shown: string, unit: string) => `${shown} (${unit})`,
  period: 'Period',
  area: 'Area',
  code: 'Occupation code',
  source: 'Source',
  publisher: 'Publisher',
  release: 'Release',
  file: 'File',
  where: 'Where in it',
  row: (row: number) => `row ${row}`,
  column: (column: string) => `column “${column}”`,
  licence: 'Licence',
  address: 'Address',
  retrieved: 'Retrieved',
};

/** Materials: what a sheet, a brochure, a handout and slides hold, and that nothing typed becomes markup. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { occupationSheet } from '../../server/export/materials/occupation-sheet.ts';
import { pathwayBrochure } from '../../server/export/materials/pathway-brochure.ts';
import { sectorHandout } from '../../server/export/materials/sector-handout.ts';
import { slides } from '../../server/export/materials/slides.ts';
import { leadingFigures } from '../../server/lmi/public/catalogue.ts';
import { publicEdition } from '../../server/lmi/public/public-edition.ts';
import { dataset, firstRevision, HVAC } from '../lmi/revision-fixture.ts';

const { occupations, pathways, edition } = publicEdition(firstRevision(), dataset, () => 'A group');

function hvac() {
  const [occupation, pathway] = [occupations.get(HVAC), pathways.get(HVAC)];
  if (!occupation || !pathway) throw new Error('The fixture has an occupation with a pathway.');
  return { occupation, pathway, leading: leadingFigures(occupation), related: [] };
}

test('A1 a sheet shows the published figure and what employers say beside it, with its source', () => {
  const sheet = occupationSheet(hvac(), 'a4');
  expect(sheet).toContain('42,500 a year (US, 2024-34)');
  expect(sheet).toContain('Employers say: too low (9 of 14 employers, 2 could not say)');
  expect(sheet).toContain('Reading drawings');
  expect(sheet).toContain('Bureau of Labor Statistics');
  expect(sheet).toContain('Made from revision 1');
});

test('a sheet keeps a place for everything a research worksheet asks', () => {
  const headings = [...occupationSheet(hvac(), 'letter').matchAll(/<h2>([^<]+)<\/h2>/g)].map(
    ([, text]) => text,
  );
  expect(headings).toEqual([
    'Skills to bring',
    'Schooling and credentials',
    'Where to learn it',
    'Pay and benefits',
    'How need is moving',
    'Occupations close to it',
    'The work itself: body, place, hours',
    'What else is asked for',
    'My next steps',
    'People and places to ask',
    'What I make of it',
    'Where this is from',
  ]);
});

test('paper is as chosen, and a page runs nothing', () => {
  expect(occupationSheet(hvac(), 'a4')).toContain('@page { size: A4 portrait;');
  expect(occupationSheet(hvac(), 'letter')).toContain('@page { size: letter portrait;');
  const brochure = pathwayBrochure(hvac().pathway, edition, 'a4');
  expect(brochure).toContain('size: A4 landscape');
  expect(brochure).not.toContain('<script');
});

test('a brochure shows each way with its time, the drafted one beside it, and the vote', () => {
  const brochure = pathwayBrochure(hvac().pathway, edition, 'a4');
  expect(brochure).toContain('9 months (draft: 6 months)');
  expect(brochure).toContain('Helper');
  expect(brochure).toContain('validated');
});

test('S6 what somebody typed is text on every page', () => {
  const { occupation, ...rest } = hvac();
  const hostile = { ...occupation, title: '<script>alert(1)</script>', sector: '"><img src=x>' };
  const pages = [
    occupationSheet({ occupation: hostile, ...rest }, 'a4'),
    pathwayBrochure({ ...rest.pathway, title: hostile.title }, edition, 'a4'),
    sectorHandout(hostile.sector, [hostile], 'a4'),
  ];
  for (const page of pages) {
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
  }
});

test('slides hold a title each, the figures, the gaps as a chart with its words, and the sources', async () => {
  const { occupation, pathway } = hvac();
  const files = unzipSync(await slides('Trades & more', [{ occupation, pathway }]));
  const shown = Object.keys(files)
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map((name) => strFromU8(files[name] ?? new Uint8Array()));
  expect(shown).toHaveLength(5);
  for (const slide of shown) expect(slide).toContain('type="title"');
  const all = shown.join('');
  for (const words of [
    'Trades &amp; more',
    '42,500 a year',
    'too low (9 of 14 employers',
    'Helper (validated)',
  ])
    expect(all).toContain(words);
  expect(all).toContain('Reading drawings, often');
  expect(Object.keys(files).some((name) => name.startsWith('ppt/charts/chart'))).toBe(true);
});

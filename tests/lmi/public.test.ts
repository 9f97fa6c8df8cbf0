/** What anyone may read of a revision: both figures always, counts and never names, only what staff let stand. */
import { expect, test } from 'vitest';
import { buildRevision } from '../../server/lmi/build-revision.ts';
import { editionOf } from '../../server/lmi/public/edition.ts';
import { catalogueOf } from '../../server/lmi/public/catalogue.ts';
import { headRevisions } from '../../server/lmi/public/heads.ts';
import { findOccupations } from '../../server/lmi/public/occupation-search.ts';
import type { OccupationQuery } from '../../server/lmi/public/occupation-search.ts';
import { publicEdition } from '../../server/lmi/public/public-edition.ts';
import { publicOccupation } from '../../server/lmi/public/public-occupation.ts';
import { publicPathway } from '../../server/lmi/public/public-pathway.ts';
import { relatedOccupations } from '../../server/lmi/public/related-occupations.ts';
import { dataset, firstRevision, HVAC, NURSE, openingsId, revisionInput } from './revision-fixture.ts';

const groupOf = (): string => 'A group';
const shown = () => publicEdition(firstRevision(), dataset, groupOf);
const occupationOf = (code: string) => publicOccupation.parse(shown().occupations.get(code));
const anything: OccupationQuery = {
  words: '',
  sector: null,
  education: null,
  openings: null,
  wage: null,
  page: 1,
};
const found = (query: Partial<OccupationQuery>) =>
  findOccupations(catalogueOf([shown()]), { ...anything, ...query }).cards.map(({ code }) => code);

test('A1 a figure that employers looked at shows the published one and theirs, with who stands behind it', () => {
  const openings = occupationOf(HVAC).figures.find(({ id }) => id === openingsId);
  expect(openings?.published).toMatchObject({ words: '42,500 a year', value: 42_500, flag: null });
  expect(openings?.validated).toMatchObject({
    direction: 'too_low',
    backing: { firms: 9, of: 14, cannotSay: 2, round: 1, decidedOn: '2026-11-22', isModified: false },
  });
  const change = occupationOf(HVAC).figures.find(({ measure }) => measure === 'employment_change');
  expect(change?.published.words).toBe('-1,200.5');
  expect(change?.validated).toMatchObject({ words: '-950', backing: { isModified: true } });
});

test('A1 a flagged figure is words, and a lower bound is never a number', () => {
  const wage = occupationOf(NURSE).figures.find(({ measure }) => measure === 'wage_median_annual');
  expect(wage?.published).toMatchObject({
    words: 'at least $239,200 a year',
    value: null,
    lowerBound: 239_200,
    flag: 'top_coded',
  });
  expect(wage?.published.flagMeaning).toBeTruthy();
  expect(wage?.validated).toBeNull();
});

test('A2 what staff rejected or left proposed is not public', () => {
  const text = JSON.stringify([...shown().occupations.values(), ...shown().pathways.values()]);
  expect(text).not.toContain('turned-down');
  const way = publicPathway.parse(shown().pathways.get(HVAC));
  expect(way.transitions).toMatchObject([{ months: 9, draftedMonths: 6, verdict: null }]);
});

test('A1 a step that the employers added says so, with its vote', () => {
  const { steps, counts } = publicPathway.parse(shown().pathways.get(HVAC));
  expect(steps.map(({ id, presence, verdict }) => [id, presence, verdict])).toEqual([
    ['helper', 'added', 'validated'],
    ['2', 'drafted', null],
    ['1', 'drafted', null],
  ]);
  expect(steps[0]?.backing).toMatchObject({ firms: 9, of: 14 });
  expect(counts).toEqual({ validated: 1, contested: 0, undecided: 0, notAsked: 3 });
});

test('C3 C5 no name, comment, contact or note of the room is in anything public', () => {
  const { proceedings, adjustments } = firstRevision();
  if (!proceedings) throw new Error('The fixture has proceedings.');
  const personal = [
    ...proceedings.attendance.named.flatMap(({ name, organisation }) => [name, organisation]),
    ...proceedings.quotes.map(({ text }) => text),
    ...proceedings.roomDecisions,
    ...proceedings.sections.flatMap(({ notes }) => notes),
    ...proceedings.commitments.flatMap(({ actions }) => actions.map(({ who }) => who)),
    ...adjustments.flatMap(({ evidence }) => evidence.lines.filter((line) => line.startsWith('“'))),
  ];
  expect(personal.length).toBeGreaterThan(3);
  const { edition, occupations, pathways, preferences } = shown();
  const text = JSON.stringify([edition, [...occupations], [...pathways], preferences]);
  for (const each of personal) expect(text).not.toContain(each);
});

test('A4 the newest revision of each dataset speaks, and a rehearsal never', () => {
  const first = firstRevision();
  const input = { id: 'r-2', number: 2, previous: first, publishedAt: '2026-12-01T11:00:00.000Z' };
  const second = buildRevision(revisionInput(input));
  const other = { ...dataset, id: 'another' };
  const apart = buildRevision(revisionInput({ id: 'r-3', dataset: other, adjustments: [] }));
  const workshop = { ...revisionInput().workshop, rehearsal: true };
  const rehearsal = { ...second, id: 'r-4', number: 3, workshop };
  expect(headRevisions([first, second, apart, rehearsal]).map(({ id }) => id)).toEqual(['r-2', 'r-3']);
  const replayed = { ...apart, base: { dataset: 'another', revision: { id: 'r-2', number: 2 } } };
  expect(headRevisions([first, second, replayed]).map(({ id }) => id)).toEqual(['r-3']);
});

test('an occupation is found by another name for it, and critical ones come first', () => {
  expect(found({})).toEqual([HVAC, NURSE]);
  expect(found({ words: 'furnace fiter' })).toEqual([HVAC]);
  expect(found({ words: '29-' })).toEqual([NURSE]);
  expect(found({ words: 'astronaut' })).toEqual([]);
});

test('filters take what is published at its least, and leave out what is not published', () => {
  expect(found({ wage: 239_200 })).toEqual([NURSE]);
  expect(found({ wage: 239_201 })).toEqual([]);
  expect(found({ openings: 42_500 })).toEqual([HVAC]);
  expect(found({ openings: 42_501 })).toEqual([]);
  expect(found({ education: "Bachelor's degree" })).toEqual([NURSE]);
  expect(found({ sector: 'Keeps buildings running' })).toEqual([HVAC]);
});

test('occupations of one pathway are related', () => {
  const state = firstRevision();
  const helper = state.state.pathways[HVAC]?.steps['helper'];
  if (!helper) throw new Error('The fixture has a helper step.');
  helper.code = NURSE;
  const catalogue = catalogueOf([publicEdition(state, dataset, groupOf)]);
  expect(relatedOccupations(catalogue, NURSE)).toMatchObject([{ code: HVAC, pathway: { code: HVAC } }]);
  expect(relatedOccupations(catalogue, HVAC)).toMatchObject([{ code: NURSE }]);
});

test('completers who count for another occupation too are said to, also where it is not in the dataset', () => {
  const pair = (occupation: string) => ({ cip: dataset.programs[0]!.cip, occupation, source: 'xw', row: 1 });
  const crosswalk = [pair(HVAC), pair('47-2111'), pair('49-9071')];
  const wider = {
    ...dataset,
    crosswalk,
    sources: [...dataset.sources, { ...dataset.sources[0]!, id: 'xw' }],
  };
  const occupation = publicEdition(firstRevision(), wider, groupOf).occupations.get(HVAC);
  const { completions } = dataset.programs[0]!;
  expect(publicOccupation.parse(occupation)).toMatchObject({
    supply: { completions, shared: completions, sharedWith: [], sharedWithMore: 2, joinedBy: [] },
    programs: [{ leadsTo: 3 }],
    sources: expect.arrayContaining([expect.objectContaining({ id: 'xw' })]) as unknown[],
  });
  expect(occupationOf(NURSE).supply).toBeNull();
});

test('a revision without a workshop of its own names those whose word it carries; another names the others', () => {
  const said = { title: 'Trades 2026', sector: 'Trades', region: 'Front Range' };
  const first = firstRevision();
  const contributors = [
    { id: first.workshop?.id ?? '', ...said },
    { id: 'w-2', title: 'Care 2026', sector: 'Care', region: 'Plains' },
  ];
  const replayed = { ...first, workshop: null, proceedings: null, contributors };
  expect(editionOf(replayed)).toMatchObject({ workshop: null, contributors: [said, { title: 'Care 2026' }] });
  expect(editionOf({ ...first, contributors }).contributors.map(({ title }) => title)).toEqual(['Care 2026']);
});

test('a preferred program is named with its provider, a channel as the room called it', () => {
  const [program] = dataset.programs;
  if (!program) throw new Error('The fixture has a program.');
  const state = structuredClone(firstRevision());
  const [, some] = Object.entries(state.state.preferences)[0] ?? [];
  if (!some) throw new Error('The fixture has a preference.');
  state.state.preferences = {
    [program.id]: { ...some, kind: 'program', label: program.title, decided: 'preferred' },
    'channel:1': { ...some, kind: 'talent', label: 'Job fair', decided: 'preferred' },
  };
  expect(publicEdition(state, dataset, groupOf).preferences.map(({ label }) => label)).toEqual([
    `${program.title}, ${program.provider}`,
    'Job fair',
  ]);
});

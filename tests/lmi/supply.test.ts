import { describe, expect, test } from 'vitest';
import { connectSupply } from '../../server/lmi/connect-supply.ts';
import type { Dataset, Program } from '../../server/lmi/dataset.ts';
import { supplyOf } from '../../server/lmi/supply.ts';
import { dataset } from './revision-fixture.ts';

const source = { ...dataset.sources[0]!, id: 'ipeds', profile: 'ipeds-completions' };
const occupation = (code: string, level: 'detailed' | 'bls_hybrid' = 'detailed') => ({
  code,
  system: 'SOC2018' as const,
  level,
  title: `Title of ${code}`,
  aliases: [],
});
const program = (cip: string, completions: number | null, capacity: number | null = null): Program => ({
  id: `p-${cip}-${completions}`,
  system: 'CIP2020',
  cip,
  title: cip,
  provider: 'Institution 100001',
  providerId: '100001',
  city: null,
  credential: 'Certificate',
  occupations: [],
  completions,
  completionsPeriod: '2023-24',
  capacity,
  capacityPeriod: '2025',
  source: 'ipeds',
  row: 2,
});
const pair = (cip: string, code: string) => ({ cip, occupation: code, source: 'xw', row: null });

const published: Dataset = {
  ...dataset,
  area: 'US',
  sources: [source],
  occupations: [occupation('31-1120', 'bls_hybrid'), occupation('29-1141'), occupation('31-1131')],
  observations: [],
  skills: [],
  programs: [
    program('51.3801', 40, 60),
    program('51.3902', 30),
    program('51.2601', 5),
    program('01.0102', 9),
  ],
  pathways: [],
  fieldsOfStudy: [{ system: 'CIP2020', cip: '51.3801', title: 'Registered Nursing', source: 'cip', row: 1 }],
  providers: [
    { id: '100001', name: 'Some College', city: 'Denver', state: 'CO', url: null, source: 'hd', row: 2 },
  ],
  crosswalk: [
    pair('51.3801', '29-1141'),
    pair('51.3902', '31-1131'),
    pair('51.3902', '31-1121'),
    pair('51.2601', '31-1121'),
    pair('51.2601', '31-1122'),
  ],
};
const connected = connectSupply(published);

describe('programs joined to occupations', () => {
  test('titles and providers come from the files that name them', () => {
    expect(connected.programs[0]).toMatchObject({
      title: 'Registered Nursing',
      provider: 'Some College',
      city: 'Denver',
    });
    expect(connected.programs[1]?.title).toBe('51.3902');
  });

  test('a BLS hybrid code takes the programs of all it stands for, each once', () => {
    expect(connected.programs.map(({ occupations }) => occupations)).toEqual([
      ['29-1141'],
      ['31-1131', '31-1120'],
      ['31-1120'],
      [],
    ]);
  });

  test('A5 completions of an occupation are a sum that shows its parts, in the area of the providers', () => {
    const figures = connected.observations.filter(({ occupation: code }) => code === '31-1120');
    expect(figures).toEqual([
      expect.objectContaining({
        measure: 'completions',
        value: 35,
        raw: '30 + 5',
        area: 'Colorado',
        period: '2023-24',
      }),
    ]);
    expect(connected.observations.find(({ measure }) => measure === 'capacity')).toMatchObject({
      value: 60,
      period: '2025',
    });
  });

  test('joining again changes nothing', () => {
    expect(connectSupply(connected)).toEqual(connected);
  });

  test('programs that came as a selection keep their own joins and get no sums', () => {
    const selection = { ...published, sources: [{ ...source, profile: undefined }] };
    expect(connectSupply(selection)).toBe(selection);
  });
});

describe('supply beside demand', () => {
  const supply = supplyOf(connected, ['31-1120', '31-1131', '29-1141']);

  test('a completer counted for two occupations is marked with each of them', () => {
    const [aides, assistants, nurses] = supply.occupations;
    expect(aides?.programs.map(({ cip }) => cip)).toEqual(['51.3902', '51.2601']);
    expect(aides).toMatchObject({
      completions: 35,
      sharedCompletions: 30,
      sharedWith: ['31-1131'],
      completionPeriods: ['2023-24'],
      sources: ['ipeds', 'xw'],
      joinedBy: ['31-1121', '31-1122'],
    });
    expect(assistants).toMatchObject({ completions: 30, sharedCompletions: 30, joinedBy: [] });
    expect(nurses).toMatchObject({ completions: 40, sharedCompletions: 0, capacity: 60 });
  });

  test('and is one person in the sum, which says how many are counted again', () => {
    expect(supply).toMatchObject({ distinctCompletions: 75, countedAgain: 30 });
  });

  test('no program is no number, not zero', () => {
    expect(supplyOf(connected, ['47-2111']).occupations[0]).toMatchObject({
      programs: [],
      completions: null,
      capacity: null,
    });
  });

  test('who is counted for an occupation that the dataset does not hold is marked too', () => {
    const wider = { ...connected, crosswalk: [...connected.crosswalk, pair('51.3801', '29-1171')] };
    expect(supplyOf(wider, ['29-1141']).occupations[0]).toMatchObject({
      completions: 40,
      sharedCompletions: 40,
      sharedWith: ['29-1171'],
    });
  });

  test('openings are those of the dataset’s area, of the latest period', () => {
    const openings = (area: string, period: string, value: number) => ({
      ...dataset.observations[0]!,
      id: `29-1141|${area}|openings_annual|${period}|ep`,
      occupation: '29-1141',
      measure: 'openings_annual' as const,
      area,
      period,
      value,
    });
    const observations = [
      openings('Colorado', '2030-40', 9),
      openings('US', '2022-32', 7),
      openings('US', '2024-34', 8),
    ];
    expect(supplyOf({ ...connected, observations }, ['29-1141']).occupations[0]?.openings?.value).toBe(8);
  });
});

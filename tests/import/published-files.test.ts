/**
 * Every published file imports by recognition. The counts were taken from the files with Python's csv, json, zipfile and ElementTree
 * (cells of the sheets' XML, shared strings resolved), not with the importers; what is counted is said beside each number.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../server/import/import-file.ts';
import type { ImportResult } from '../../server/import/preview.ts';
import type { Dataset, Observation } from '../../server/lmi/dataset.ts';
import { loadCodeList } from '../../server/sample/code-list.ts';
import { workbookCells } from '../sample/workbook-cells.ts';

const folder = new URL('../../../shared/data/', import.meta.url);

function imported(name: string, answers: Record<string, string> = {}, area = 'US'): Promise<ImportResult> {
  const options = { area, now: 0, codeList: loadCodeList(), answers };
  return importFile(readFileSync(new URL(name, folder)), name, options);
}

async function kept(name: string, answers: Record<string, string> = {}, area?: string) {
  const { preview, dataset } = await imported(name, answers, area);
  expect(preview.problems).toEqual([]);
  expect(preview.questions).toEqual([]);
  if (!dataset) throw new Error(`${name} gave no dataset`);
  return { preview, dataset };
}

const only = (dataset: Dataset, measure: Observation['measure']): Observation[] =>
  dataset.observations.filter((figure) => figure.measure === measure);
const flagged = (figures: Observation[], flag: Observation['flag']) =>
  figures.filter((one) => one.flag === flag);

describe.skipIf(!existsSync(folder))('published files import by recognition (needs ../shared/data)', () => {
  test('OEWS May 2024: 831 occupations, 17 top-coded yearly medians, 59 without hourly and 5 without yearly wages', async () => {
    const { preview, dataset } = await kept('oews_national_M2024_dl.xlsx');
    // Rows with O_GROUP "detailed" 831 of 854; A_MEDIAN "#" 17; H_MEDIAN "*" 59 and A_MEDIAN "*" 5 among them; 168 cells "#".
    expect(preview).toMatchObject({
      rowsRead: 854,
      rowsKept: 831,
      rowsRejected: 0,
      rowsLeftOut: 23,
      occupations: 831,
    });
    expect(preview.profile?.id).toBe('bls-oews');
    const [yearly, hourly] = [only(dataset, 'wage_median_annual'), only(dataset, 'wage_median_hourly')];
    expect(flagged(yearly, 'top_coded')).toHaveLength(17);
    expect(
      new Set(flagged(yearly, 'top_coded').map(({ lowerBound, value }) => `${lowerBound} ${value}`)),
    ).toEqual(new Set(['239200 null']));
    expect(flagged(hourly, 'not_released')).toHaveLength(59);
    expect(flagged(yearly, 'not_released')).toHaveLength(5);
    expect(preview.flags.top_coded).toBe(168);
    // Filled cells of the 15 columns read, over the detailed rows: 12465.
    expect(preview.observations).toBe(12_465);
    expect(dataset.sources[0]).toMatchObject({ id: 'bls-oews-2024-05', release: 'May 2024' });
    expect(dataset.occupations.filter(({ level }) => level === 'bls_hybrid')).toHaveLength(12);
  });

  test('CPS table 11: 203 of 595 rows have a base too small, which is never zero; titles that match nothing are reported', async () => {
    const { preview, dataset } = await kept('cps_aat11_2022.xlsx');
    const cell = workbookCells(new URL('cps_aat11_2022.xlsx', folder), 1);
    const rows = Array.from({ length: 602 }, (_, place) => place + 8).filter((row) => cell('B', row) !== '');
    const dashed = new Set(rows.filter((row) => cell('C', row) === '\u2013'));
    expect([rows.length, dashed.size]).toEqual([595, 203]);
    expect(preview.rowsRead).toBe(595);
    expect(preview.rowsKept + preview.unknownCodesCount).toBe(595);
    const women = only(dataset, 'share_women');
    for (const figure of women) {
      if (dashed.has(figure.row ?? 0)) expect(figure).toMatchObject({ value: null, flag: 'base_too_small' });
      else expect(figure.value).toBe(Number(cell('C', figure.row ?? 0)));
    }
    const unmatchedDashed = [...dashed].filter((row) => !women.some((figure) => figure.row === row)).length;
    expect(flagged(women, 'base_too_small')).toHaveLength(203 - unmatchedDashed);
    expect(women.length).toBeGreaterThan(400);
    for (const { row, value } of only(dataset, 'cps_employment'))
      expect(value).toBe(Number(cell('B', row ?? 0)) * 1000);
  });

  test('CIP-SOC: 194 no-match rows are kept out of joins and reported, leading zeros stay', async () => {
    const { preview, dataset } = await kept('nces_cip2020_soc2018_crosswalk.xlsx');
    // Sheet CIP-SOC: 6097 rows; SOC2018Code "99-9999" 194; CIP2020Code "99.9999" 180; 1948 fields with a match; 539 of the pairs begin with 0.
    expect(preview).toMatchObject({ sheet: 'CIP-SOC', rowsRead: 6097, rowsKept: 5723, rowsLeftOut: 374 });
    expect(preview.leftOut.map(({ rows }) => rows).sort()).toEqual([180, 194]);
    expect(preview.parts).toEqual({ crosswalk: 5723, fieldsOfStudy: 1948 });
    expect(dataset.crosswalk.filter(({ cip }) => cip.startsWith('0'))).toHaveLength(539);
    expect(
      dataset.crosswalk.filter(({ cip, occupation }) => cip === '99.9999' || occupation === '99-9999'),
    ).toEqual([]);
  });

  test('CIP 2020: 2325 six-digit codes, of which 145 moved away and 7 were deleted', async () => {
    const { preview, dataset } = await kept('nces_CIPCode2020.csv');
    expect(preview).toMatchObject({ rowsRead: 2848, rowsKept: 2325 - 145 - 7, rowsRejected: 0 });
    expect(dataset.fieldsOfStudy.find(({ cip }) => cip === '01.0102')?.title).toMatch(/^Agribusiness/);
  });

  test('O*NET job zones: 923 rows, 774 of them SOC occupations themselves', async () => {
    const { preview, dataset } = await kept('onet_job_zones.xlsx');
    expect(preview).toMatchObject({ rowsRead: 923, rowsKept: 923 });
    expect(dataset.occupations.filter(({ system }) => system === 'SOC2018')).toHaveLength(774);
    const zones = Map.groupBy(dataset.observations, ({ value }) => value);
    expect([1, 2, 3, 4, 5].map((zone) => zones.get(zone)?.length)).toEqual([31, 295, 219, 224, 154]);
  });

  test('O*NET occupation data, related occupations and reported titles', async () => {
    const occupations = await kept('onet_occupation_data.xlsx');
    expect(occupations.preview).toMatchObject({ rowsRead: 1016, rowsKept: 1016, occupations: 1016 });
    expect(occupations.dataset.occupations.filter(({ system }) => system === 'SOC2018')).toHaveLength(867);
    const related = await kept('onet_related_occupations.xlsx');
    expect(related.preview.parts).toEqual({ relatedOccupations: 18_460 });
    const tiers = Map.groupBy(related.dataset.relatedOccupations, ({ tier }) => tier);
    expect([...tiers].map(([tier, list]) => [tier, list.length])).toEqual([
      ['primary_short', 4615],
      ['primary_long', 4615],
      ['supplemental', 9230],
    ]);
    const titles = await kept('onet_sample_of_reported_titles.xlsx');
    expect(titles.preview).toMatchObject({ rowsRead: 7953, rowsKept: 7953, occupations: 907 });
    expect(titles.dataset.occupations.find(({ code }) => code === '11-1011')?.aliases).toContain(
      'Executive Director',
    );
  });

  test('O*NET skills: 62,580 ratings are 31,290 skills, 3,383 levels are not relevant, 139 skills imprecise', async () => {
    const { preview, dataset } = await kept('onet_skills_2025-08.xlsx');
    expect(preview).toMatchObject({
      rowsRead: 62_580,
      rowsKept: 62_580 - 3383,
      rowsRejected: 0,
      occupations: 894,
    });
    expect(dataset.skills).toHaveLength(31_290);
    expect(dataset.skills.filter(({ level }) => level === undefined)).toHaveLength(3383);
    expect(dataset.skills.filter(({ isImprecise }) => isImprecise)).toHaveLength(139);
    expect(dataset.skills.filter(({ importance }) => importance === null)).toEqual([]);
  }, 120_000);

  test('SOC 2018 definitions: 867 detailed of 1447 rows; NOC 2021: 516 unit groups, their zeros given back', async () => {
    const soc = await kept('soc_2018_definitions.xlsx');
    expect(soc.preview).toMatchObject({ rowsRead: 1447, rowsKept: 867, rowsLeftOut: 459 + 98 + 23 });
    const noc = await kept('statcan_noc_2021_structure.json', {}, 'Canada');
    expect(noc.preview).toMatchObject({ rowsRead: 822, rowsKept: 516 });
    expect(noc.dataset.occupations[0]).toMatchObject({
      code: '00010',
      system: 'NOC2021',
      title: 'Legislators',
    });
    // The second digit of the five-digit code.
    const teers = Map.groupBy(noc.dataset.observations, ({ value }) => value);
    expect([0, 1, 2, 3, 4, 5].map((teer) => teers.get(teer)?.length)).toEqual([48, 97, 162, 69, 95, 45]);
  });

  test('IPEDS: 930 programs with 22,986 completions of 2023-24, and 86 institutions', async () => {
    const { preview, dataset } = await kept('ipeds_c2024_a_colorado_health_trades.csv');
    expect(preview).toMatchObject({ rowsRead: 930, rowsKept: 930, parts: { programs: 930 } });
    expect(dataset.programs.reduce((sum, { completions }) => sum + (completions ?? 0), 0)).toBe(22_986);
    expect(new Set(dataset.programs.map(({ completionsPeriod }) => completionsPeriod))).toEqual(
      new Set(['2023-24']),
    );
    expect((await kept('ipeds_hd2024_colorado.csv')).preview.parts).toEqual({ providers: 86 });
  });

  test('a list of codes in demand asks as of when; of 109 codes 11 are of SOC 2010: mapped or reported, none dropped in silence', async () => {
    const asked = await imported('nj_in_demand_socs.csv', {}, 'New Jersey');
    expect(asked.dataset).toBeNull();
    expect(asked.preview.questions.map(({ id }) => id)).toEqual(['period']);
    const { preview, dataset } = await kept('nj_in_demand_socs.csv', { period: '2020' }, 'New Jersey');
    // Codes that SOC 2018 does not have: 11. Codes it has under another title: 8.
    expect(preview).toMatchObject({
      rowsRead: 109,
      otherVintageCount: 11,
      otherTitlesCount: 8,
      unknownCodesCount: 0,
    });
    expect(preview.rowsKept + preview.rowsRejected).toBe(109);
    expect(preview.rejected.map(({ text }) => text.slice(0, 7))).toEqual(['29-1069', '35-3023']);
    const aide = dataset.observations.find(({ raw }) => raw === '31-1014');
    expect(aide).toMatchObject({
      occupation: '31-1131',
      text: 'in demand',
      area: 'New Jersey',
      period: '2020',
    });
  });

  test('C4 WARN: 12 of 884 notices have no day and are no events; amended notices are one event', async () => {
    const { preview, dataset } = await kept('warn_notices_co.csv');
    expect(preview).toMatchObject({ rowsRead: 884, rowsKept: 872, rowsRejected: 12 });
    const stands = dataset.hiringEvents.reduce((sum, { replaces }) => sum + replaces + 1, 0);
    expect(stands).toBe(872);
    // By hand: Hertz, Denver, gave notice three times in 2020; the last of them stands.
    const hertz = dataset.hiringEvents.filter(
      ({ employer, place }) => employer.startsWith('Hertz') && place === 'Denver',
    );
    expect(hertz.at(-1)).toMatchObject({ announcedAt: '2020-06-18', people: 212, replaces: 2 });
    for (const { url, announcedAt } of dataset.hiringEvents)
      expect(`${announcedAt} ${url}`).toMatch(/^\d{4}-\d\d-\d\d https:/);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Measure, Observation } from '../../server/lmi/dataset.ts';
import { detailedCodes } from '../../server/lmi/soc.ts';
import { loadSample } from '../../server/sample/sample-dataset.ts';
import { sampleSources } from '../../server/sample/sources.ts';
import { workbookCells } from './workbook-cells.ts';

const folder = new URL('../../../shared/data/', import.meta.url);
const file = (name: string): URL => new URL(name, folder);
const lines = (name: string): string[] => readFileSync(file(name), 'utf8').split(/\r?\n/);
/** Cells of one CSV line, by hand. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );

const sample = loadSample(0);
const from = (source: { id: string }): Observation[] =>
  sample.observations.filter((figure) => figure.source === source.id);
const title = (code: string): string => sample.occupations.find((one) => one.code === code)?.title ?? '';

describe.skipIf(!existsSync(folder))(
  'A5 every figure of the sample is the source cell (needs ../shared/data)',
  () => {
    test('projections: code, row, column, text and value', () => {
      const [header = '', ...rows] = lines(sampleSources.projections.file);
      const names = cellsOf(header);
      const figures = from(sampleSources.projections);
      expect(figures).toHaveLength(24 * 9);
      for (const figure of figures) {
        const cells = cellsOf(rows[(figure.row ?? 0) - 2] ?? '');
        expect(cells[1]).toBe(`="${figure.occupation}"`);
        const printed = cells[names.indexOf(figure.column ?? '')] ?? '';
        expect(figure.raw).toBe(printed);
        const scale = figure.unit === 'persons' || figure.unit === 'persons_per_year' ? 1000 : 1;
        const number = Number(printed.replaceAll(',', ''));
        if (figure.unit === 'category') expect(figure).toMatchObject({ text: printed, value: null });
        else expect(figure.value).toBe(Math.round(number * scale * 10) / 10);
      }
    });

    test('wages and employment of May 2024', () => {
      const cell = workbookCells(file(sampleSources.wages.file), 1);
      const columns: Partial<Record<Measure, string>> = { employment: 'L', wage_median_annual: 'AB' };
      const figures = from(sampleSources.wages);
      expect(figures).toHaveLength(24 * 2);
      for (const figure of figures) {
        const column = columns[figure.measure] ?? '';
        expect(cell('I', figure.row ?? 0)).toBe(figure.occupation);
        expect(cell('K', figure.row ?? 0)).toBe('detailed');
        expect(cell(column, 1)).toBe(figure.column);
        const printed = Number(cell(column, figure.row ?? 0));
        expect([figure.value, figure.raw]).toEqual([printed, String(printed)]);
      }
    });

    test('representation, joined by title alone', () => {
      const cell = workbookCells(file(sampleSources.household.file), 1);
      const columns: Partial<Record<Measure, string>> = {
        cps_employment: 'B',
        share_women: 'C',
        share_white: 'D',
        share_black: 'E',
        share_asian: 'F',
        share_hispanic: 'G',
      };
      const figures = from(sampleSources.household);
      expect(figures).toHaveLength(21 * 6);
      for (const figure of figures) {
        const printed = cell(columns[figure.measure] ?? '', figure.row ?? 0);
        expect(
          cell('A', figure.row ?? 0)
            .trim()
            .toLowerCase(),
        ).toBe(title(figure.occupation).toLowerCase());
        if (printed === '\u2013')
          expect(figure).toMatchObject({ value: null, flag: 'base_too_small', raw: '\u2013' });
        else expect(figure.value).toBe(Number(printed) * (figure.measure === 'cps_employment' ? 1000 : 1));
      }
      expect(figures.filter(({ flag }) => flag !== null)).toHaveLength(5);
    });

    test('job zones', () => {
      const cell = workbookCells(file(sampleSources.jobZones.file), 1);
      for (const figure of from(sampleSources.jobZones)) {
        expect(detailedCodes(figure.occupation).map((code) => `${code}.00`)).toContain(
          cell('A', figure.row ?? 0),
        );
        expect(String(figure.value)).toBe(cell('C', figure.row ?? 0));
        expect(figure.period).toBe(
          cell('D', figure.row ?? 0)
            .split('/')
            .reverse()
            .join('-'),
        );
      }
      expect(from(sampleSources.jobZones)).toHaveLength(23);
    });

    test('skills and their importance', () => {
      const cell = workbookCells(file(sampleSources.skills.file), 1);
      expect(sample.skills).toHaveLength(230);
      for (const skill of sample.skills) {
        const row = skill.row ?? 0;
        expect(detailedCodes(skill.occupation).map((code) => `${code}.00`)).toContain(cell('A', row));
        expect([cell('C', row), cell('D', row), cell('E', row)]).toEqual([skill.id, skill.name, 'IM']);
        expect(Number(cell('G', row))).toBe(skill.importance);
        expect(cell('L', row)).toBe('N');
      }
    }, 60_000);

    test('programs: provider, completions and the occupations they lead to', () => {
      const completions = lines(sampleSources.completions.file).map(cellsOf);
      const institutions = new Map(
        lines('ipeds_hd2024_colorado.csv').map((line) => [cellsOf(line)[0], cellsOf(line)]),
      );
      const crosswalk = crosswalkPairs();
      for (const program of sample.programs) {
        const [unit, cip, major, level, total] = completions[(program.row ?? 0) - 1] ?? [];
        expect(program.id).toBe(`ipeds-${unit}-${cip}-${level}`);
        expect({ cip, major, total }).toEqual({
          cip: program.cip,
          major: '1',
          total: String(program.completions),
        });
        expect([program.provider, program.city]).toEqual(institutions.get(unit)?.slice(1, 3));
        for (const occupation of program.occupations) {
          expect(detailedCodes(occupation).some((code) => crosswalk.has(`${program.cip} ${code}`))).toBe(
            true,
          );
        }
      }
    });

    test('completions of an occupation are the sum over all its programs, certificates to bachelor degrees', () => {
      const rows = lines(sampleSources.completions.file).slice(1).map(cellsOf);
      const crosswalk = crosswalkPairs();
      for (const { code } of sample.occupations) {
        const counted = rows
          .filter(
            ([, cip, major, level]) =>
              major === '1' && ['20', '21', '2', '3', '4', '5'].includes(level ?? '') && leads(cip),
          )
          .map(([, , , , total]) => Number(total));
        function leads(cip: string | undefined): boolean {
          return detailedCodes(code).some((part) => crosswalk.has(`${cip} ${part}`));
        }
        const figure = from(sampleSources.completions).find((one) => one.occupation === code);
        const sum = counted.reduce((total, count) => total + count, 0);
        expect(figure?.value ?? 0).toBe(sum);
        if (figure) expect(figure.raw).toBe(counted.filter((count) => count > 0).join(' + '));
      }
    });

    test('program steps of the drafts name programs that exist', () => {
      const programs = new Set(lines('nces_CIPCode2020.csv').map((line) => cellsOf(line)[1]));
      const named = sample.pathways.flatMap(({ steps }) =>
        steps.filter(({ kind, code }) => kind === 'program' && code !== null),
      );
      expect(named.filter(({ code }) => !programs.has(code ?? ''))).toEqual([]);
    });
  },
);

function crosswalkPairs(): Set<string> {
  const cell = workbookCells(file('nces_cip2020_soc2018_crosswalk.xlsx'), 2);
  return new Set(Array.from({ length: 6098 }, (_, row) => `${cell('A', row + 1)} ${cell('C', row + 1)}`));
}

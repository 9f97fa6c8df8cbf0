import { describe, expect, test } from 'vitest';
import { loadCodeList } from '../../server/sample/code-list.ts';
import { sampleOccupations, sampleShortList, sampleShortLists } from '../../server/sample/occupations.ts';
import { loadSample } from '../../server/sample/sample-dataset.ts';

const sample = loadSample(Date.UTC(2026, 10, 22));
const codes = loadCodeList();

describe('the sample', () => {
  test('A5 every figure, skill and program names a source of the dataset and stands once', () => {
    const sources = new Set(sample.sources.map(({ id }) => id));
    const rows = [...sample.observations, ...sample.skills, ...sample.programs];
    expect(rows.filter(({ source }) => !sources.has(source))).toEqual([]);
    expect(new Set(sample.observations.map(({ id }) => id)).size).toBe(sample.observations.length);
    expect(new Set(sample.programs.map(({ id }) => id)).size).toBe(sample.programs.length);
  });

  test('A5 a figure has a value, words or a flag, and a raw text', () => {
    for (const figure of sample.observations) {
      const said = [figure.value, figure.text, figure.flag].filter((part) => part !== null);
      expect(said).toHaveLength(1);
      expect(figure.raw).not.toBe('');
    }
  });

  test('all 24 occupations have what an employer is asked about', () => {
    expect(sample.occupations.map(({ code }) => code)).toEqual(sampleOccupations);
    for (const code of sampleOccupations) {
      expect(codes.has(code)).toBe(true);
      const has = new Set(
        sample.observations.filter(({ occupation }) => occupation === code).map(({ measure }) => measure),
      );
      for (const measure of [
        'employment',
        'openings_annual',
        'wage_median_annual',
        'education_typical',
        'training_typical',
      ] as const) {
        expect(has).toContain(measure);
      }
    }
  });

  test('the short-lists hold occupations of the sample, 8 to 20 of them', () => {
    for (const list of Object.values(sampleShortLists)) {
      expect(list.filter((code) => !sampleOccupations.includes(code))).toEqual([]);
      expect(new Set(list).size).toBe(list.length);
      expect(list.length).toBeGreaterThanOrEqual(8);
      expect(list.length).toBeLessThanOrEqual(20);
    }
  });
});

describe('the draft pathways', () => {
  test('every occupation of the suggested short-list has one', () => {
    const drafted = sample.pathways.map(({ occupation }) => occupation);
    expect(sampleShortList.filter((code) => !drafted.includes(code))).toEqual([]);
    expect(new Set(sample.pathways.map(({ id }) => id)).size).toBe(sample.pathways.length);
  });

  test.each(sample.pathways.map((pathway) => [pathway.title, pathway] as const))('%s', (_title, pathway) => {
    const level = new Map(pathway.steps.map((step) => [step.id, step.level]));
    const focus = pathway.steps.filter(({ side }) => side === 'focus');
    expect(focus).toMatchObject([{ kind: 'occupation', code: pathway.occupation, level: 0 }]);
    expect(level.size).toBe(pathway.steps.length);
    expect(new Set(pathway.steps.map((step) => `${step.level}/${step.row}`)).size).toBe(pathway.steps.length);
    for (const step of pathway.steps) {
      if (step.kind === 'occupation') expect(codes.has(step.code ?? '')).toBe(true);
      expect(pathway.transitions.some(({ from, to }) => from === step.id || to === step.id)).toBe(true);
    }
    for (const { from, to } of pathway.transitions)
      expect(level.get(to)).toBeGreaterThan(level.get(from) ?? Infinity);
    expect(pathway.note).toContain('draft');
  });
});

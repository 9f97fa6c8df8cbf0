/** A release of May 2024, forty adjustments of every kind on it, and the changed release that arrives a year later; all made up. */
import type { Adjustment } from '../../server/lmi/adjustment.ts';
import type { Dataset, Measure, Observation, Unit } from '../../server/lmi/dataset.ts';
import { observationId } from '../../server/lmi/observation-id.ts';
import type { DraftPathway } from '../../server/lmi/pathway.ts';
import { HVAC, NURSE, adjusting, dataset as base } from '../lmi/revision-fixture.ts';

const OTHERS = ['31-9092', '29-2061', '47-2111', '47-2152', '51-4041', '53-3032'] as const;
const [AIDE, LPN, ELECTRICIAN, PLUMBER, MACHINIST, DRIVER] = OTHERS;
/** In the first release only. */
const GONE = '43-2021';
const CODES = [HVAC, NURSE, ...OTHERS, GONE];

type Said = Pick<Observation, 'value'> & Partial<Observation>;
const UNITS: Partial<Record<Measure, Unit>> = {
  employment: 'persons',
  openings_annual: 'persons_per_year',
  employment_change_percent: 'percent',
  education_typical: 'category',
};

/** measure of occupation -> the figure as published then. */
const published = Object.fromEntries<Said>(
  CODES.flatMap((code, index): [string, Said][] => [
    [`${code} employment`, { value: 10_000 * (index + 1) }],
    [`${code} openings_annual`, { value: 42_500 + index }],
    [`${code} employment_change_percent`, { value: 3.1 }],
    [`${code} education_typical`, { value: null, text: "Bachelor's degree" }],
  ]),
);

/** What the new release prints otherwise; null: nothing. */
const changed: Record<string, Said | null> = {
  [`${HVAC} openings_annual`]: { value: 51_200 },
  [`${NURSE} openings_annual`]: { value: 51_600 },
  [`${AIDE} openings_annual`]: { value: 60_000 },
  [`${LPN} openings_annual`]: { value: 40_000 },
  [`${PLUMBER} openings_annual`]: { value: null, flag: 'not_available' },
  [`${MACHINIST} openings_annual`]: null,
  [`${DRIVER} employment`]: { value: 80_000, source: 'state' },
  [`${HVAC} education_typical`]: { value: null, text: 'Associate' },
  [`${AIDE} education_typical`]: { value: null, text: 'High school' },
  [`${LPN} employment_change_percent`]: { value: 4.2 },
  [`${LPN} employment`]: { value: 45_000 },
};

function figures(all: Record<string, Said | null>, source: string, period: string): Observation[] {
  return Object.entries(all).flatMap(([key, said]) => {
    if (said === null) return [];
    const [occupation = '', measure = ''] = key.split(' ') as [string, Measure];
    const whole = {
      occupation,
      area: 'US',
      measure: measure as Measure,
      period,
      unit: UNITS[measure as Measure] ?? 'persons',
      text: null,
      flag: null,
      lowerBound: null,
      raw: String(said.value ?? said.text ?? ''),
      source,
      row: 7,
      column: measure,
      ...said,
    };
    return [{ id: observationId(whole), ...whole }];
  });
}

const nursing: DraftPathway = {
  id: `pathway-${NURSE}`,
  occupation: NURSE,
  title: 'Into nursing and on',
  note: 'Drawn by hand.',
  steps: [
    { id: 'aide', kind: 'occupation', label: 'Nursing aide', code: null, side: 'into', level: -2, row: 0 },
    { id: 'degree', kind: 'program', label: 'Nursing degree', code: null, side: 'into', level: -1, row: 0 },
    { id: 'exam', kind: 'credential', label: 'Old exam', code: null, side: 'into', level: -1, row: 1 },
    { id: 'rn', kind: 'occupation', label: 'Registered nurse', code: NURSE, side: 'focus', level: 0, row: 0 },
  ],
  transitions: [
    { id: 'aide--degree', from: 'aide', to: 'degree', kind: 'entry', months: 6 },
    { id: 'degree--rn', from: 'degree', to: 'rn', kind: 'advance', months: 24 },
    { id: 'exam--rn', from: 'exam', to: 'rn', kind: 'entry', months: 3 },
  ],
};

/** The new release dropped the exam, has the clinic step the room added, and says other times and labels. */
const redrawn: DraftPathway = {
  ...nursing,
  steps: [
    { ...nursing.steps[0]!, label: 'Patient care aide' },
    { ...nursing.steps[1]!, label: 'Degree in nursing' },
    {
      id: 'clinic',
      kind: 'experience',
      label: 'A year in a clinic',
      code: null,
      side: 'into',
      level: -1,
      row: 2,
    },
    nursing.steps[3]!,
  ],
  transitions: [
    { ...nursing.transitions[0]!, months: 9 },
    { ...nursing.transitions[1]!, months: 36 },
  ],
};

const occupations = (codes: readonly string[]): Dataset['occupations'] =>
  codes.map((code) => ({
    code,
    system: 'SOC2018',
    level: 'detailed',
    title: base.occupations.find((each) => each.code === code)?.title ?? `Occupation ${code}`,
    aliases: [],
  }));
const program = (id: string): Dataset['programs'][number] => ({ ...base.programs[0]!, id, source: 'ep' });
const skill = (occupation: string): Dataset['skills'][number] => ({ ...base.skills[0]!, occupation });
const source = base.sources[0]!;

export const may2024: Dataset = {
  ...base,
  id: 'dataset-may-2024',
  release: 'May 2024',
  occupations: occupations(CODES),
  observations: figures(published, 'ep', '2024'),
  skills: [skill(NURSE), skill(LPN)],
  programs: [program('stays'), program('ends')],
  pathways: [base.pathways[0]!, nursing],
};

export const may2025: Dataset = {
  ...may2024,
  id: 'dataset-may-2025',
  release: 'May 2025',
  createdAt: '2026-12-01T09:00:00.000Z',
  sources: [
    { ...source, release: '2025' },
    { ...source, id: 'state', publisher: 'A state', release: '2025' },
  ],
  occupations: occupations(CODES.filter((code) => code !== GONE)),
  observations: figures(
    Object.fromEntries(Object.entries({ ...published, ...changed }).filter(([key]) => !key.startsWith(GONE))),
    'ep',
    '2025',
  ),
  skills: [skill(NURSE)],
  programs: [program('stays')],
  pathways: [base.pathways[0]!, redrawn],
};

function figure(code: string, measure: Measure, value: string, part: Partial<Adjustment> = {}): Adjustment {
  const found = may2024.observations.find((each) => each.occupation === code && each.measure === measure);
  return adjusting('figure', code, measure, {
    observation: found?.id ?? null,
    publishedValue: found?.text ?? String(found?.value),
    proposedValue: value,
    unit: found?.unit ?? null,
    ...part,
  });
}
const step = (id: string, measure: string, value: string, part: Partial<Adjustment> = {}) =>
  adjusting('step', `${NURSE}/${id}`, measure, { proposedValue: value, ...part });
const transition = (id: string, measure: string, value: string) =>
  adjusting('transition', `${NURSE}/${id}`, measure, { proposedValue: value });
const hvac = (kind: 'step' | 'transition', id: string, measure: string, value: string) =>
  adjusting(kind, `${HVAC}/${id}`, measure, { proposedValue: value });

type Outcome = 'carried' | 'superseded' | 'conflict';

/** What stood on May 2024, and what May 2025 makes of it. `gone`: there is nothing left to stand on. */
export const forty: readonly (readonly [string, Adjustment, Outcome, 'gone'?])[] = [
  ['too low, and the same is printed', figure(HVAC, 'employment', 'too_low'), 'carried'],
  ['an estimate the figure now rounds to', figure(HVAC, 'openings_annual', '51000'), 'superseded'],
  ['an estimate the figure came near', figure(NURSE, 'openings_annual', '51000'), 'conflict'],
  ['too low, and it rose', figure(AIDE, 'openings_annual', 'too_low'), 'conflict'],
  ['too high, and it fell', figure(LPN, 'openings_annual', 'too_high'), 'conflict'],
  ['about right, and the same is printed', figure(ELECTRICIAN, 'openings_annual', 'about_right'), 'carried'],
  ['an estimate of what is no longer estimated', figure(PLUMBER, 'openings_annual', '12000'), 'conflict'],
  [
    'a figure that is not printed any more',
    figure(MACHINIST, 'openings_annual', '12000'),
    'conflict',
    'gone',
  ],
  ['a figure from another publisher', figure(DRIVER, 'employment', 'too_low'), 'conflict'],
  ['an education that is now asked for', figure(HVAC, 'education_typical', 'Associate'), 'superseded'],
  ['an education that still is another', figure(NURSE, 'education_typical', 'Associate'), 'carried'],
  ['an education that moved elsewhere', figure(AIDE, 'education_typical', 'Associate'), 'conflict'],
  ['a change in percent that is now printed', figure(LPN, 'employment_change_percent', '4.2'), 'superseded'],
  [
    'a value staff modified',
    figure(NURSE, 'employment', 'too_low', { status: 'modified', decidedValue: '21000' }),
    'carried',
  ],
  ['a change in percent nobody moved', figure(PLUMBER, 'employment_change_percent', '5'), 'carried'],
  ['no majority, and it moved', figure(LPN, 'employment', 'no_majority'), 'conflict'],
  [
    'the first critical occupation',
    adjusting('critical', HVAC, 'critical_rank', { proposedValue: '1' }),
    'carried',
  ],
  ['the second', adjusting('critical', NURSE, 'critical_rank', { proposedValue: '2' }), 'carried'],
  [
    'one that is not listed any more',
    adjusting('critical', GONE, 'critical_rank', { proposedValue: '3' }),
    'conflict',
  ],
  [
    'one that was written in',
    adjusting('critical', 'entry:1', 'critical_rank', { proposedValue: '4' }),
    'carried',
  ],
  ['a category', adjusting('category', HVAC, 'category', { proposedValue: 'Buildings' }), 'carried'],
  ['another', adjusting('category', NURSE, 'category', { proposedValue: 'Care' }), 'carried'],
  [
    'that of an occupation that is gone',
    adjusting('category', GONE, 'category', { proposedValue: 'Desk' }),
    'conflict',
  ],
  ['a gap in a listed skill', gap(NURSE, 'known:2.A.1.a', '2.A.1.a'), 'carried'],
  ['a gap in a skill no longer listed', gap(LPN, 'known:2.A.1.a', '2.A.1.a'), 'carried'],
  ['a gap of an occupation that is gone', gap(GONE, 'e-1', null), 'conflict'],
  ['a gap the room named', gap(HVAC, 'e-2', null), 'carried'],
  ['a step added to a draft that is the same', hvac('step', 'helper', 'presence', 'added'), 'carried'],
  ['a label on a draft that is the same', hvac('step', '2', 'label', 'EPA licence'), 'carried'],
  ['a step the new draft has too', step('clinic', 'presence', 'added'), 'superseded'],
  ['a step the new draft dropped too', step('exam', 'presence', 'removed'), 'superseded'],
  ['a label the new draft took', step('aide', 'label', 'Patient care aide'), 'superseded'],
  ['a label the new draft chose otherwise', step('degree', 'label', 'Nursing school'), 'conflict'],
  ['months on a draft that is the same', hvac('transition', '2--1', 'months', '9'), 'carried'],
  ['months the new draft took', transition('aide--degree', 'months', '9'), 'superseded'],
  ['months the new draft chose otherwise', transition('degree--rn', 'months', '30'), 'conflict'],
  ['a transition voted on as it was', transition('degree--rn', 'validation', 'validated'), 'conflict'],
  ['a program that is listed', adjusting('preference', 'stays', 'preferred'), 'carried'],
  ['a program that is not listed any more', adjusting('preference', 'ends', 'preferred'), 'conflict'],
  ['a channel, which never was one', adjusting('preference', 'channel:1', 'preferred'), 'carried'],
];

function gap(code: string, id: string, skillId: string | null): Adjustment {
  return adjusting('gap', `${code}/${id}`, 'skill_gap', {
    proposedValue: '1',
    detail: { label: 'Reading', frequency: 2, dayOne: 0.5, rank: 1, skill: skillId },
  });
}

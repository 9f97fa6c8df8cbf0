/** A small dataset, the adjustments of one workshop on it, and what a revision needs beside; all made up. */
import { createHash } from 'node:crypto';
import type { Adjustment, AdjustmentKind, Evidence } from '../../server/lmi/adjustment.ts';
import { buildRevision } from '../../server/lmi/build-revision.ts';
import type { RevisionInput } from '../../server/lmi/build-revision.ts';
import type { Dataset, Observation } from '../../server/lmi/dataset.ts';
import { observationId } from '../../server/lmi/observation-id.ts';
import type { DraftPathway } from '../../server/lmi/pathway.ts';
import type { Proceedings } from '../../server/lmi/proceedings.ts';
import type { Revision } from '../../server/lmi/revision.ts';
import type { Tallies } from '../../server/lmi/tallies.ts';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const HVAC = '49-9021';
export const NURSE = '29-1141';

function figure(
  part: Pick<Observation, 'occupation' | 'measure' | 'unit' | 'value'> & Partial<Observation>,
): Observation {
  const whole = {
    area: 'US',
    period: '2024-34',
    text: null,
    flag: null,
    lowerBound: null,
    raw: String(part.value),
    source: 'ep',
    row: 12,
    column: 'Openings',
    ...part,
  };
  return { id: observationId(whole), ...whole };
}

const hvacPathway: DraftPathway = {
  id: `pathway-${HVAC}`,
  occupation: HVAC,
  title: 'Into HVAC work and on',
  note: 'Drawn by hand.',
  steps: [
    {
      id: '2',
      kind: 'credential',
      label: 'Refrigerant licence',
      code: null,
      side: 'into',
      level: -1,
      row: 0,
    },
    { id: '1', kind: 'occupation', label: 'HVAC mechanic', code: HVAC, side: 'focus', level: 0, row: 0 },
  ],
  transitions: [{ id: '2--1', from: '2', to: '1', kind: 'entry', months: 6 }],
};

export const dataset: Dataset = {
  version: 1,
  id: 'dataset-test',
  title: 'Projections for tests',
  release: 'Projections 2024-34',
  area: 'US',
  createdAt: '2026-11-01T09:00:00.000Z',
  follows: null,
  sources: [
    {
      id: 'ep',
      title: 'Employment projections',
      publisher: 'Bureau of Labor Statistics',
      release: '2024-34',
      file: 'projections.csv',
      licence: 'public domain',
      url: 'https://www.bls.gov/emp/',
      retrievedAt: null,
    },
  ],
  occupations: [
    {
      code: HVAC,
      system: 'SOC2018',
      level: 'detailed',
      title: 'HVAC mechanics',
      aliases: ['Furnace | fitter', ''],
    },
    { code: NURSE, system: 'SOC2018', level: 'detailed', title: 'Registered nurses', aliases: [] },
  ],
  observations: [
    figure({ occupation: HVAC, measure: 'openings_annual', unit: 'persons_per_year', value: 42_500 }),
    figure({ occupation: HVAC, measure: 'employment_change', unit: 'persons', value: -1200.5 }),
    figure({
      occupation: NURSE,
      measure: 'wage_median_annual',
      unit: 'usd_per_year',
      value: null,
      flag: 'top_coded',
      lowerBound: 239_200,
      raw: '>=239,200',
    }),
    figure({
      occupation: NURSE,
      measure: 'education_typical',
      unit: 'category',
      value: null,
      text: "Bachelor's degree",
      raw: "Bachelor's degree",
    }),
  ],
  skills: [{ id: '2.A.1.a', occupation: NURSE, name: 'Reading', importance: 4.12, source: 'ep', row: null }],
  programs: [
    {
      id: 'p1',
      cip: '01.0102',
      title: 'Heating',
      provider: '=Trade College',
      city: null,
      credential: 'Certificate',
      occupations: [HVAC],
      completions: 31,
      completionsPeriod: '2023-24',
      capacity: null,
      source: 'ep',
      row: 7,
    },
  ],
  pathways: [hvacPathway],
  relatedOccupations: [],
  fieldsOfStudy: [],
  providers: [],
  crosswalk: [],
  hiringEvents: [],
};

const evidence: Evidence = {
  question: 'Do these figures match what you see?',
  activity: 'figures',
  rule: 'majority of firms with an opinion',
  threshold: 0.5,
  quorum: 12,
  belowQuorum: false,
  round: 1,
  nAnswers: 16,
  nFirms: 14,
  nAgree: 9,
  nDisagree: 3,
  nCannotSay: 2,
  lines: ['9 firms too low.', '“We turn work away”'],
};

export function adjusting(
  kind: AdjustmentKind,
  target: string,
  measure: string,
  part: Partial<Adjustment> = {},
): Adjustment {
  const status = part.status ?? 'accepted';
  return {
    id: `w-test/${kind}/${target}/${measure}`,
    kind,
    target,
    title: 'In words',
    measure,
    observation: null,
    publishedValue: null,
    publishedFlag: null,
    proposedValue: null,
    decidedValue: status === 'accepted' ? (part.proposedValue ?? null) : null,
    unit: null,
    status,
    rationale: '',
    evidence,
    workshop: 'w-test',
    decidedAt: status === 'proposed' ? null : '2026-11-22T10:00:00.000Z',
    decidedByRole: status === 'proposed' ? null : 'analyst',
    detail: {},
    ...part,
  };
}

export const openingsId = `${HVAC}|US|openings_annual|2024-34|ep`;

export const adjustments: Adjustment[] = [
  adjusting('figure', HVAC, 'openings_annual', {
    observation: openingsId,
    publishedValue: '42500',
    proposedValue: 'too_low',
    unit: 'persons_per_year',
    detail: { direction: 'too_low' },
  }),
  adjusting('figure', HVAC, 'employment_change', {
    observation: `${HVAC}|US|employment_change|2024-34|ep`,
    publishedValue: '-1200.5',
    proposedValue: '-900',
    decidedValue: '-950',
    status: 'modified',
    rationale: '=rounded',
    unit: 'persons',
    detail: { direction: 'too_low' },
  }),
  adjusting('critical', HVAC, 'critical_rank', { proposedValue: '1' }),
  adjusting('category', HVAC, 'category', { proposedValue: 'Keeps buildings running' }),
  adjusting('gap', `${HVAC}/known:x`, 'skill_gap', {
    proposedValue: '1',
    detail: { label: 'Reading drawings', frequency: 2.25, dayOne: 0.5, rank: 1 },
  }),
  adjusting('gap', `${HVAC}/turned-down`, 'skill_gap', {
    proposedValue: '2',
    status: 'rejected',
    rationale: 'Too vague',
  }),
  adjusting('step', `${HVAC}/helper`, 'presence', {
    proposedValue: 'added',
    detail: { kind: 'occupation', label: 'Helper', code: null, side: 'into', level: -2, row: 0 },
  }),
  adjusting('step', `${HVAC}/helper`, 'validation', { proposedValue: 'validated' }),
  adjusting('transition', `${HVAC}/2--1`, 'months', { publishedValue: '6', proposedValue: '9' }),
  adjusting('transition', `${HVAC}/2--1`, 'validation', { proposedValue: 'contested', status: 'proposed' }),
  adjusting('preference', 'p1', 'preferred', {
    proposedValue: 'preferred',
    detail: { kind: 'program', label: 'Heating' },
  }),
];

const vote = {
  pathway: HVAC,
  removed: false,
  verdict: 'validated' as const,
  agree: 9,
  disagree: 3,
  cannotSay: 2,
  round: 1,
  question: 'Does this happen?',
};

export const tallies: Tallies = {
  critical: [
    { occupation: HVAC, title: 'HVAC mechanics', people: 11, firms: 9, rank: 1, round: 1 },
    { occupation: NURSE, title: 'Registered nurses', people: 0, firms: 0, rank: 2, round: 1 },
  ],
  gaps: [
    {
      occupation: HVAC,
      gap: 'known:x',
      label: 'Reading drawings',
      skill: 'x',
      frequency: 2.25,
      dayOne: 0.5,
      rank: 1,
      firms: 14,
      people: 16,
      cannotSay: 2,
      round: 1,
      question: 'What do they lack?',
    },
    {
      occupation: HVAC,
      gap: 'e-1',
      label: '@hostile',
      skill: null,
      frequency: null,
      dayOne: null,
      rank: null,
      firms: null,
      people: null,
      cannotSay: null,
      round: 1,
      question: 'What do they lack?',
    },
  ],
  preferences: [
    {
      id: 'p1',
      kind: 'program',
      label: 'Heating',
      program: 'p1',
      firms: 9,
      people: 10,
      round: 1,
      question: 'Which work?',
    },
  ],
  steps: [
    {
      kind: 'occupation',
      label: 'Helper',
      code: null,
      side: 'into',
      level: -2,
      row: 0,
      id: 'helper',
      origin: 'room',
      ...vote,
    },
    {
      kind: 'experience',
      label: 'Only proposed',
      code: null,
      side: 'out',
      level: 1,
      row: 0,
      id: 'idea',
      origin: 'room',
      ...vote,
    },
  ],
  transitions: [{ from: '2', to: '1', kind: 'entry', months: 9, id: '2--1', origin: 'draft', ...vote }],
  choices: [
    {
      activity: 'critical',
      phase: 'choose',
      round: 1,
      question: 'Which?',
      target: HVAC,
      title: 'HVAC mechanics',
      choice: 'chosen',
      value: null,
      firms: 9,
      people: 11,
      result: null,
      status: 'revealed',
    },
  ],
};

export const proceedings: Proceedings = {
  version: 1,
  isFinal: true,
  writtenAt: '2026-11-22T10:30:00.000Z',
  workshop: {
    id: 'w-test',
    code: 'K7M2QX',
    title: 'Trades <b>2026</b>',
    sector: 'Trades',
    region: 'Front Range',
    isRehearsal: false,
    openedAt: '2026-11-22T08:00:00.000Z',
    closedAt: '2026-11-22T09:45:00.000Z',
  },
  shown: {
    dataset: dataset.id,
    release: dataset.release,
    sources: [],
    occupations: [{ code: HVAC, title: 'HVAC mechanics' }],
  },
  attendance: {
    firms: 14,
    employers: 16,
    observers: 2,
    quorum: 12,
    belowQuorum: false,
    groundRulesAcknowledged: 16,
    sizeBands: [{ band: '10-49', firms: 14 }],
    subSectors: [{ name: 'Cooling', firms: 3 }],
    named: [{ name: 'Ana Lima', organisation: 'Ajax & Sons', jobTitle: 'Owner', role: 'employer' }],
  },
  competitionText: 'No wages.',
  stops: [{ at: '2026-11-22T08:30:00.000Z', activity: 'Skill gaps' }],
  sections: [
    {
      activity: 'critical',
      number: 1,
      title: 'Critical occupations',
      purpose: 'What hurts most.',
      plannedMinutes: 12,
      actualMinutes: 14,
      questions: [
        {
          phase: 'choose',
          prompt: 'Which would hurt most?',
          status: 'answered',
          round: 1,
          rule: 'most firms',
          belowQuorum: false,
          electorate: 14,
          firms: 14,
          people: 16,
          results: [
            {
              caption: 'Ballot',
              columns: [
                { label: 'Occupation', isNumber: false },
                { label: 'Firms', isNumber: true },
              ],
              rows: [['HVAC | mechanics', '9']],
              remarks: ['One of 14 firms abstained.'],
            },
          ],
        },
      ],
      notes: ['Secret Name said so'],
    },
  ],
  quotes: [
    {
      text: '<script>alert(1)</script> [x](javascript:alert(1))',
      about: 'HVAC mechanics',
      theme: null,
      author: 'Ana Lima, Ajax & Sons',
    },
  ],
  roomDecisions: ['Ask the college'],
  rulings: [],
  commitments: [
    {
      label: 'Host a placement',
      firms: 4,
      actions: [
        {
          who: 'Ana Lima, Ajax & Sons',
          what: 'Two placements',
          measure: 'two people',
          by: '2027-03-01',
          outcome: null,
        },
      ],
    },
  ],
  retention: 'Names and free text are erased 30 days after publication.',
};

export function revisionInput(part: Partial<RevisionInput> = {}): RevisionInput {
  return {
    id: 'r-1',
    number: 1,
    dataset,
    previous: null,
    workshop: {
      id: 'w-test',
      code: 'K7M2QX',
      title: 'Trades 2026',
      sector: 'Trades',
      region: 'Front Range',
      rehearsal: false,
    },
    adjustments,
    drafts: [],
    tallies,
    proceedings,
    publishedAt: '2026-11-22T11:00:00.000Z',
    publishedByRole: 'director',
    sha256,
    ...part,
  };
}

export const firstRevision = (): Revision => buildRevision(revisionInput());

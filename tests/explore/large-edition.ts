/** A revision as large as a community's: made-up figures, by seed, in the shape real ones have. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Adjustment } from '../../server/lmi/adjustment.ts';
import { buildRevision } from '../../server/lmi/build-revision.ts';
import type { Dataset, Measure, Observation, Unit } from '../../server/lmi/dataset.ts';
import { observationId } from '../../server/lmi/observation-id.ts';
import type { DraftPathway, Step } from '../../server/lmi/pathway.ts';
import type { Revision } from '../../server/lmi/revision.ts';
import { adjusting, revisionInput } from '../lmi/revision-fixture.ts';

const WORDS = [
  'care',
  'building',
  'water',
  'energy',
  'network',
  'record',
  'transport',
  'machine',
  'plant',
  'lab',
];
const ROLES = [
  'technician',
  'mechanic',
  'assistant',
  'operator',
  'specialist',
  'installer',
  'planner',
  'worker',
];
const LEVELS = [
  'High school diploma or equivalent',
  'Postsecondary certificate',
  "Associate's degree",
  "Bachelor's degree",
];
const NUMBERS: [Measure, Unit, number][] = [
  ['employment', 'persons', 400_000],
  ['employment_projected', 'persons', 420_000],
  ['employment_change', 'persons', 30_000],
  ['employment_change_percent', 'percent', 20],
  ['openings_annual', 'persons_per_year', 60_000],
  ['wage_median_annual', 'usd_per_year', 120_000],
  ['share_women', 'percent', 100],
  ['share_black', 'percent', 40],
  ['share_hispanic', 'percent', 40],
  ['completions', 'completers_per_year', 900],
];

export interface LargeEdition {
  dataset: Dataset;
  revision: Revision;
  codes: string[];
  mapped: string[];
}

export function largeEdition(occupations: number, pathways: number, seed: number): LargeEdition {
  const chance = xoroshiro128plus(seed);
  const below = (count: number): number => Math.abs(chance.next()) % count;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const codes = Array.from({ length: occupations }, (_, index) => {
    const group = 11 + 2 * Math.floor((index * 22) / occupations);
    return `${group}-${String(1000 + index).slice(-4)}`;
  });
  const titles = codes.map((_, index) => `${pick(WORDS)} ${pick(WORDS)} ${pick(ROLES)}s ${index + 1}`);
  const observations = codes.flatMap((occupation): Observation[] => [
    ...NUMBERS.map(([measure, unit, most]) =>
      figure({ occupation, measure, unit, value: below(most), isMissing: below(30) === 0 }),
    ),
    figure({ occupation, measure: 'education_typical', unit: 'category', text: pick(LEVELS) }),
    figure({
      occupation,
      measure: 'training_typical',
      unit: 'category',
      text: 'Moderate-term on-the-job training',
    }),
  ]);
  const mapped = codes
    .filter((_, index) => index % Math.floor(occupations / pathways) === 0)
    .slice(0, pathways);
  const dataset: Dataset = {
    ...revisionInput().dataset,
    id: 'large',
    title: 'A community',
    occupations: codes.map((code, index) => ({
      code,
      system: 'SOC2018',
      level: 'detailed',
      title: titles[index] ?? code,
      aliases: Array.from({ length: 12 }, () => `${pick(WORDS)} ${pick(ROLES)} ${pick(WORDS)}`),
    })),
    observations,
    skills: codes.flatMap((occupation, index) =>
      Array.from({ length: 8 }, (_, skill) => ({
        id: `skill-${index}-${skill}`,
        occupation,
        name: `${pick(WORDS)} skill ${skill}`,
        importance: 3 + below(100) / 50,
        source: 'ep',
        row: null,
      })),
    ),
    programs: codes.flatMap((occupation, index) =>
      Array.from({ length: 6 }, (_, program) => ({
        id: `program-${index}-${program}`,
        cip: '46.0201',
        title: `${pick(WORDS)} program ${program}`,
        provider: `${pick(WORDS)} college`,
        city: 'Greeley',
        credential: 'Certificate',
        occupations: [occupation, pick(codes)],
        completions: below(200),
        completionsPeriod: '2023-24',
        capacity: null,
        source: 'ep',
        row: null,
      })),
    ),
    pathways: mapped.map((code, index) => pathway(code, titles[index] ?? code, pick(codes))),
  };
  const ruledOn = codes.filter((_, index) => index % 5 === 0);
  const revision = buildRevision(
    revisionInput({ id: 'r-large00001', dataset, adjustments: ruledOn.flatMap(adjustmentsOf) }),
  );
  return { dataset, revision, codes, mapped };
}

function figure(
  part: Pick<Observation, 'occupation' | 'measure' | 'unit'> & {
    value?: number;
    text?: string;
    isMissing?: boolean;
  },
): Observation {
  const { occupation, measure, unit, value = null, text = null, isMissing = false } = part;
  const at = { occupation, area: 'US', measure, period: '2024-34', source: 'ep' };
  return {
    id: observationId(at),
    ...at,
    unit,
    value: isMissing ? null : value,
    text,
    flag: isMissing ? 'not_available' : null,
    lowerBound: null,
    raw: text ?? String(value),
    row: 2,
    column: 'A',
  };
}

function pathway(occupation: string, title: string, onward: string): DraftPathway {
  const levels = [-3, -2, -1, 0, 1, 2];
  const steps = levels.flatMap((level): Step[] =>
    Array.from({ length: level === 0 ? 1 : 3 }, (_, row) => ({
      id: `${occupation}-${level}-${row}`,
      kind: level === 0 || level > 0 ? 'occupation' : row === 0 ? 'credential' : 'program',
      label: level === 0 ? title : `Step ${level} ${row} on the way`,
      code: level === 0 ? occupation : level > 0 ? onward : null,
      side: level < 0 ? 'into' : level === 0 ? 'focus' : 'out',
      level,
      row,
    })),
  );
  const transitions = steps.flatMap((from) =>
    steps
      .filter(
        ({ level, row }) => level === from.level + 1 && (row === from.row || level === 0 || from.level === 0),
      )
      .map((to) => ({
        id: `${from.id}--${to.id}`,
        from: from.id,
        to: to.id,
        kind: to.level <= 0 ? ('entry' as const) : ('advance' as const),
        months: 6,
      })),
  );
  return {
    id: `pathway-${occupation}`,
    occupation,
    title: `Into ${title}`,
    steps,
    transitions,
    note: 'Made up.',
  };
}

/** Employers have ruled on openings, three gaps and, for the first ones, the rank. */
function adjustmentsOf(code: string, index: number): Adjustment[] {
  const gaps = [1, 2, 3].map((rank) =>
    adjusting('gap', `${code}/gap-${rank}`, 'skill_gap', {
      proposedValue: String(rank),
      detail: { label: `Gap ${rank} of ${code}`, frequency: 2.2, dayOne: 0.5, rank },
    }),
  );
  const openings = adjusting('figure', code, 'openings_annual', {
    observation: `${code}|US|openings_annual|2024-34|ep`,
    proposedValue: 'too_low',
    detail: { direction: 'too_low' },
  });
  const critical = adjusting('critical', code, 'critical_rank', { proposedValue: String(index + 1) });
  return [...gaps, openings, ...(index < 12 ? [critical] : [])];
}

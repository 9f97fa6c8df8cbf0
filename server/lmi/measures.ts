/**
 * The measures a dataset may hold: what each is called, its one unit, and whether employers may mark it.
 * C1: a published wage is shown with its source and is never put to employers.
 */
import { measure } from './dataset.ts';
import type { Measure, Unit } from './dataset.ts';

export interface MeasureDefinition {
  label: string;
  unit: Unit;
  /** What the publisher counts, in one sentence. */
  meaning: string;
  /** Employers may say: about right, too low, too high, cannot say. */
  isMarkable: boolean;
  /** The group it stands in on an occupation's card. */
  group: 'demand' | 'wage' | 'requirements' | 'representation' | 'supply';
}

export const measures: Record<Measure, MeasureDefinition> = {
  employment: {
    label: 'Employment',
    unit: 'persons',
    meaning: 'People at work in the occupation in the reference year.',
    isMarkable: true,
    group: 'demand',
  },
  employment_projected: {
    label: 'Projected employment',
    unit: 'persons',
    meaning: 'People expected to be at work in the occupation in the last year of the projection.',
    isMarkable: true,
    group: 'demand',
  },
  employment_change: {
    label: 'Projected change',
    unit: 'persons',
    meaning: 'Projected employment less employment in the base year.',
    isMarkable: true,
    group: 'demand',
  },
  employment_change_percent: {
    label: 'Projected change in percent',
    unit: 'percent',
    meaning: 'The projected change as a share of employment in the base year.',
    isMarkable: true,
    group: 'demand',
  },
  openings_annual: {
    label: 'Openings a year',
    unit: 'persons_per_year',
    meaning:
      'Average openings in a year of the projection, from growth and from people who leave the occupation.',
    isMarkable: true,
    group: 'demand',
  },
  openings_total: {
    label: 'Openings over the whole projection',
    unit: 'persons',
    meaning: 'All openings from the first to the last year of the projection, not of one year.',
    isMarkable: true,
    group: 'demand',
  },
  in_demand: {
    label: 'In demand',
    unit: 'category',
    meaning: 'The occupation stands on a list of occupations in demand, in the words of the list.',
    isMarkable: false,
    group: 'demand',
  },
  employment_wage_salary: {
    label: 'Jobs by the employer survey',
    unit: 'persons',
    meaning: 'Wage and salary jobs by the employer survey; the self-employed are not counted.',
    isMarkable: true,
    group: 'demand',
  },
  employment_wage_salary_rse: {
    label: 'Relative error of the jobs',
    unit: 'percent',
    meaning: 'How far the number of jobs may be off: its relative standard error.',
    isMarkable: false,
    group: 'demand',
  },
  location_quotient: {
    label: 'Location quotient',
    unit: 'ratio',
    meaning: "Share of the area's jobs in the occupation over its share in the nation: 1 is as usual.",
    isMarkable: true,
    group: 'demand',
  },
  wage_median_annual: {
    label: 'Median wage',
    unit: 'usd_per_year',
    meaning: 'Published yearly wage that half of the people in the occupation earn more than.',
    isMarkable: false,
    group: 'wage',
  },
  wage_mean_annual: {
    label: 'Mean wage',
    unit: 'usd_per_year',
    meaning: 'Published average yearly wage of the people in the occupation.',
    isMarkable: false,
    group: 'wage',
  },
  wage_p10_annual: {
    label: 'Wage, 10th percentile',
    unit: 'usd_per_year',
    meaning: 'Published yearly wage that a tenth of the people in the occupation earn less than.',
    isMarkable: false,
    group: 'wage',
  },
  wage_p25_annual: {
    label: 'Wage, 25th percentile',
    unit: 'usd_per_year',
    meaning: 'Published yearly wage that a quarter of the people in the occupation earn less than.',
    isMarkable: false,
    group: 'wage',
  },
  wage_p75_annual: {
    label: 'Wage, 75th percentile',
    unit: 'usd_per_year',
    meaning: 'Published yearly wage that a quarter of the people in the occupation earn more than.',
    isMarkable: false,
    group: 'wage',
  },
  wage_p90_annual: {
    label: 'Wage, 90th percentile',
    unit: 'usd_per_year',
    meaning: 'Published yearly wage that a tenth of the people in the occupation earn more than.',
    isMarkable: false,
    group: 'wage',
  },
  wage_median_hourly: {
    label: 'Median hourly wage',
    unit: 'usd_per_hour',
    meaning: 'Published hourly wage that half of the people in the occupation earn more than.',
    isMarkable: false,
    group: 'wage',
  },
  wage_mean_hourly: {
    label: 'Mean hourly wage',
    unit: 'usd_per_hour',
    meaning: 'Published average hourly wage of the people in the occupation.',
    isMarkable: false,
    group: 'wage',
  },
  wage_p10_hourly: {
    label: 'Hourly wage, 10th percentile',
    unit: 'usd_per_hour',
    meaning: 'Published hourly wage that a tenth of the people in the occupation earn less than.',
    isMarkable: false,
    group: 'wage',
  },
  wage_p25_hourly: {
    label: 'Hourly wage, 25th percentile',
    unit: 'usd_per_hour',
    meaning: 'Published hourly wage that a quarter of the people in the occupation earn less than.',
    isMarkable: false,
    group: 'wage',
  },
  wage_p75_hourly: {
    label: 'Hourly wage, 75th percentile',
    unit: 'usd_per_hour',
    meaning: 'Published hourly wage that a quarter of the people in the occupation earn more than.',
    isMarkable: false,
    group: 'wage',
  },
  wage_p90_hourly: {
    label: 'Hourly wage, 90th percentile',
    unit: 'usd_per_hour',
    meaning: 'Published hourly wage that a tenth of the people in the occupation earn more than.',
    isMarkable: false,
    group: 'wage',
  },
  wage_mean_rse: {
    label: 'Relative error of the mean wage',
    unit: 'percent',
    meaning: 'How far the mean wage may be off: its relative standard error.',
    isMarkable: false,
    group: 'wage',
  },
  education_typical: {
    label: 'Typical entry education',
    unit: 'category',
    meaning: 'The education most people need to enter the occupation.',
    isMarkable: true,
    group: 'requirements',
  },
  experience_typical: {
    label: 'Typical experience',
    unit: 'category',
    meaning: 'Experience in a related occupation that employers commonly expect.',
    isMarkable: true,
    group: 'requirements',
  },
  training_typical: {
    label: 'Typical training on the job',
    unit: 'category',
    meaning: 'Training after hiring that is usually needed to become competent.',
    isMarkable: true,
    group: 'requirements',
  },
  job_zone: {
    label: 'Job zone',
    unit: 'job_zone',
    meaning: 'Preparation the occupation needs, from 1 (little) to 5 (extensive), as rated for O*NET.',
    isMarkable: true,
    group: 'requirements',
  },
  teer: {
    label: 'TEER',
    unit: 'teer',
    meaning:
      'Training, education, experience and responsibilities of the National Occupational Classification, from 0 (management) to 5 (short demonstration).',
    isMarkable: true,
    group: 'requirements',
  },
  share_women: {
    label: 'Women',
    unit: 'percent',
    meaning: 'Share of the employed who are women.',
    isMarkable: true,
    group: 'representation',
  },
  share_white: {
    label: 'White',
    unit: 'percent',
    meaning: 'Share of the employed who are White; groups need not add up to 100.',
    isMarkable: true,
    group: 'representation',
  },
  share_black: {
    label: 'Black or African American',
    unit: 'percent',
    meaning: 'Share of the employed who are Black or African American; groups need not add up to 100.',
    isMarkable: true,
    group: 'representation',
  },
  share_asian: {
    label: 'Asian',
    unit: 'percent',
    meaning: 'Share of the employed who are Asian; groups need not add up to 100.',
    isMarkable: true,
    group: 'representation',
  },
  share_hispanic: {
    label: 'Hispanic or Latino',
    unit: 'percent',
    meaning: 'Share of the employed who are Hispanic or Latino, of any race.',
    isMarkable: true,
    group: 'representation',
  },
  cps_employment: {
    label: 'Employment by household survey',
    unit: 'persons',
    meaning: 'People at work by the household survey: the base of the representation shares.',
    isMarkable: true,
    group: 'representation',
  },
  completions: {
    label: 'Completions a year',
    unit: 'completers_per_year',
    meaning:
      'Awards of the programs that lead to the occupation. One program may lead to several, so a completer may be counted for each of them.',
    isMarkable: true,
    group: 'supply',
  },
  capacity: {
    label: 'Capacity',
    unit: 'places_per_year',
    meaning: 'Places that the programs leading to the occupation can fill in a year.',
    isMarkable: true,
    group: 'supply',
  },
};

/** The order of an occupation's card. */
export const measureOrder: readonly Measure[] = measure.options;

/** C1: whether employers may mark a figure of this measure. */
export function isMarkable(name: Measure): boolean {
  return measures[name].isMarkable;
}

/** A figure in words for people. A flagged figure never reads as a number, except a published lower bound, which says so. */
import type { Observation, Unit } from './dataset.ts';
import { flagMeanings } from './flags.ts';

export type Figure = Pick<Observation, 'unit' | 'value' | 'text' | 'flag' | 'lowerBound'>;

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

const inUnit: Record<Unit, (amount: string) => string> = {
  persons: (amount) => amount,
  persons_per_year: (amount) => `${amount} a year`,
  percent: (amount) => `${amount} %`,
  usd_per_year: (amount) => `${amount.startsWith('-') ? `-$${amount.slice(1)}` : `$${amount}`} a year`,
  usd_per_hour: (amount) => `${amount.startsWith('-') ? `-$${amount.slice(1)}` : `$${amount}`} an hour`,
  ratio: (amount) => amount,
  category: (amount) => amount,
  job_zone: (amount) => `zone ${amount}`,
  teer: (amount) => `TEER ${amount}`,
  completers_per_year: (amount) => `${amount} a year`,
  places_per_year: (amount) => `${amount} places a year`,
};

/** "189,100 a year", "at least $239,200 a year", "Bachelor's degree", "not available". */
export function formatFigure(figure: Figure): string {
  if (figure.flag === 'top_coded' && figure.lowerBound !== null) {
    return `at least ${formatAmount(figure.lowerBound, figure.unit)}`;
  }
  if (figure.flag !== null) return flagMeanings[figure.flag].label;
  if (figure.text !== null) return figure.text;
  return figure.value === null ? flagMeanings.not_available.label : formatAmount(figure.value, figure.unit);
}

/** A bare amount in its unit, for estimates and medians that are no published figure. */
export function formatAmount(amount: number, unit: Unit): string {
  return inUnit[unit](plain.format(amount));
}

/** A unit in words, for column heads and import reports. */
export const unitNames: Record<Unit, string> = {
  persons: 'persons',
  persons_per_year: 'persons a year',
  percent: 'percent',
  usd_per_year: 'dollars a year',
  usd_per_hour: 'dollars an hour',
  ratio: 'ratio',
  category: 'words as published',
  job_zone: 'zone 1 to 5',
  teer: 'TEER 0 to 5',
  completers_per_year: 'completions a year',
  places_per_year: 'places a year',
};

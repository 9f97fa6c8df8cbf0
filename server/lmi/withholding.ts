/** V6: a numeric estimate is shown only as an aggregate in which no firm can be recognised. */

/** Firms below which nothing is shown (the former safety zone for exchanges among competitors, kept as a minimum). */
const LEAST_FIRMS = 5;
/** The largest part of the aggregate one firm may be, where parts are known. */
const LARGEST_SHARE = 0.25;

export type Aggregate = { median: number; firms: number } | { withheld: string };

export interface WithholdingInput {
  /** One value a firm, in the figure's unit. */
  values: readonly number[];
  /** Each firm's part of the total, 0 to 1, where known; null where not. */
  shares: readonly number[] | null;
  /** Firms in the complement, when a total that contains this group is shown too; null when none is. */
  remainder: number | null;
}

/** The median, rounded to two significant digits so that it is nobody's own figure; or why it is withheld. */
export function aggregateEstimate(input: WithholdingInput): Aggregate {
  const firms = input.values.length;
  if (firms < LEAST_FIRMS) return { withheld: `withheld: fewer than ${LEAST_FIRMS} firms gave an estimate` };
  if (input.shares?.some((share) => share > LARGEST_SHARE))
    return { withheld: 'withheld: one firm is more than a quarter of it' };
  if (input.remainder !== null && input.remainder > 0 && input.remainder < LEAST_FIRMS)
    return { withheld: `withheld: the other firms are fewer than ${LEAST_FIRMS} and could be worked out` };
  return { median: roundToTwoDigits(median(input.values)), firms };
}

/** Middle value; mean of the two middle ones for an even count. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** 4,250 -> 4,300; 0.137 -> 0.14. */
function roundToTwoDigits(value: number): number {
  return Number(value.toPrecision(2));
}

/**
 * Whether what was measured again and again grows: the median of all slopes between two samples, an hour, which one
 * stall of the machine does not bend (Theil and Sen).
 */
export interface Sample {
  minute: number;
  value: number;
}

export interface Trend {
  first: number;
  last: number;
  anHour: number;
  limit: number;
  isFlat: boolean;
}

export function trendOf(samples: readonly Sample[], limit: number): Trend {
  const many = samples.length;
  const slopes = samples.flatMap((from, index) =>
    samples.slice(index + 1).map((to) => (to.value - from.value) / (to.minute - from.minute)),
  );
  const anHour = (slopes.sort((a, b) => a - b)[Math.floor(slopes.length / 2)] ?? 0) * 60;
  const [first = { value: 0 }, last = first] = [samples[0], samples.at(-1)];
  return {
    first: rounded(first.value),
    last: rounded(last.value),
    anHour: rounded(anHour),
    limit,
    isFlat: many > 2 && anHour <= limit,
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Whether what was measured again and again grows: the slope of a straight line through it (least squares), an hour. */
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
  const mean = (pick: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + pick(sample), 0) / Math.max(1, many);
  const [minute, value] = [mean((each) => each.minute), mean((each) => each.value)];
  const spread = samples.reduce((sum, each) => sum + (each.minute - minute) ** 2, 0);
  const along = samples.reduce((sum, each) => sum + (each.minute - minute) * (each.value - value), 0);
  const anHour = spread === 0 ? 0 : (along / spread) * 60;
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

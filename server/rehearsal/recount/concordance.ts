/** Kendall's W in its plainest form: the spread of the items' rank totals, as a part of the most it could be. Tied places share a rank. */

/** `places`: one list a judge, over the same items. Null where there is nothing to compare. */
export function concordance(places: readonly (readonly number[])[]): number | null {
  const judges = places.length;
  const items = places[0]?.length ?? 0;
  if (judges < 2 || items < 2) return null;
  const ranks = places.map(ranksOf);
  const total = Array.from({ length: items }, (_, item) =>
    ranks.reduce((sum, one) => sum + (one[item] ?? 0), 0),
  );
  const most = judges * ranks.reduce((sum, one) => sum + spread(one), 0);
  return most === 0 ? null : spread(total) / most;
}

function ranksOf(places: readonly number[]): number[] {
  const sorted = [...places].sort((a, b) => a - b);
  return places.map((place) => (sorted.indexOf(place) + sorted.lastIndexOf(place)) / 2 + 1);
}

/** Sum of squares about the mean. */
function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

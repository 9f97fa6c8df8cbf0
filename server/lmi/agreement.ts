/** Agreement of several rankings: Kendall's coefficient of concordance W (Kendall and Babington Smith, 1939), with correction for ties. */

/**
 * `rankings`: one per judge, each a place for the same items in the same order of items (1 first; ties share a mean place).
 * 0 is no agreement, 1 complete agreement; null with fewer than two judges or two items, or when every judge ties everything.
 */
export function kendallW(rankings: readonly (readonly number[])[]): number | null {
  const judges = rankings.length;
  const items = rankings[0]?.length ?? 0;
  if (judges < 2 || items < 2) return null;
  const ranked = rankings.map(meanRanks);
  const sums = Array.from({ length: items }, (_, item) =>
    ranked.reduce((sum, ranks) => sum + (ranks[item] ?? 0), 0),
  );
  const mean = sums.reduce((a, b) => a + b, 0) / items;
  const spread = sums.reduce((total, sum) => total + (sum - mean) ** 2, 0);
  const ties = ranked.reduce((total, ranks) => total + tieCorrection(ranks), 0);
  const most = judges ** 2 * (items ** 3 - items) - judges * ties;
  return most <= 0 ? null : Math.min(1, Math.max(0, (12 * spread) / most));
}

/** Places as ranks 1..n, equal places sharing their mean rank. */
function meanRanks(places: readonly number[]): number[] {
  return places.map((place) => {
    const before = places.filter((other) => other < place).length;
    const equal = places.filter((other) => other === place).length;
    return before + (equal + 1) / 2;
  });
}

function tieCorrection(ranks: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size ** 3 - size), 0);
}

/**
 * Kendall's W in words: 0 is no agreement between the orders, 1 is the same order from everyone.
 * The steps follow the reading that is usual for rankings by panels (0.3 weak, 0.5 moderate, 0.7 strong, 0.9 very strong).
 */
export function agreementWords(w: number | null): string {
  if (w === null) return 'too few orders to compare';
  if (w >= 0.9) return 'very strong agreement';
  if (w >= 0.7) return 'strong agreement';
  if (w >= 0.5) return 'moderate agreement';
  if (w >= 0.3) return 'weak agreement';
  return 'hardly any agreement';
}

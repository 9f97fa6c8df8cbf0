/**
 * 0.456 -> "45 %". Rounded down, so that what is under a threshold never reads as having reached it (V2), and never down
 * to nobody.
 */
export function percent(share: number): string {
  const whole = Math.floor(share * 100 + 1e-9);
  return whole === 0 && share > 0 ? '1 %' : `${whole} %`;
}

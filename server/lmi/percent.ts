/** "74 %": rounded down, so that a share below a threshold never reads as having reached it (V2). `share` is 0 to 1. */
export function percentWords(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

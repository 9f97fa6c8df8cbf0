/** Moves within a list: every path (drag, tap, buttons, keyboard) ends in the same new order (U2, U5). */
export function moved(steps: readonly string[], step: string, to: number): string[] {
  const rest = steps.filter((other) => other !== step);
  const place = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, place), step, ...rest.slice(place)];
}

/** A number as the shortest text that reads back as the same number, a negative zero included. */
export function exactNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

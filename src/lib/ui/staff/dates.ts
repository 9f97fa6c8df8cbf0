/** "22 Nov 2026", the same on the server and in any browser. */
export function dateWords(at: number | string): string {
  return new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

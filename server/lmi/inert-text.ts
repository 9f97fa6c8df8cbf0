/**
 * A7: a text cell that a spreadsheet would run as a formula is written with an apostrophe in front, and read back without it.
 * Numbers are never guarded: a negative number starts with a minus and stays one.
 */

const runs = /^[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

export function guardText(text: string): string {
  return runs.test(text) || guarded.test(text) ? `'${text}` : text;
}

export function unguardText(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}

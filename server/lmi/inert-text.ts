/**
 * A7: a text cell that a spreadsheet would run as a formula is written with an apostrophe in front, and read back without it.
 * Numbers are never guarded: a negative number starts with a minus and stays one.
 *
 * Where a spreadsheet parts cells at semicolons, as in half of Europe, the quotes of a table made for commas hold nothing together:
 * what stands behind a semicolon or on a new line begins a cell there, and is guarded as well. So are the wide forms of the signs.
 */

const begins = String.raw`(?<=^|[;\n\r\t])`;
const runs = String.raw`[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]`;
const unguarded = new RegExp(`${begins}(?='*${runs})`, 'g');
const guarded = new RegExp(`${begins}'(?='*${runs})`, 'g');

export function guardText(text: string): string {
  return text.replaceAll(unguarded, "'");
}

export function unguardText(text: string): string {
  return text.replaceAll(guarded, '');
}

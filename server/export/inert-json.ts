/** JSON for people and programs alike: two blanks a level, and no sign in it that a page could take for mark-up or a line end. */
export function inertJson(value: unknown): string {
  return `${escaped(JSON.stringify(value, null, 2))}\n`;
}

/** The same on one line, with the keys in the order they are given. */
export function inertJsonLine(json: string): string {
  return `${escaped(json)}\n`;
}

function escaped(json: string): string {
  return json
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

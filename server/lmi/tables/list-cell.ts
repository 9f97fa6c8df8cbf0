/** Several texts in one cell: `one|two`, with `\|` for a bar, `\\` for a backslash and `\-` for an empty text. */

export function writeList(texts: readonly string[]): string {
  return texts
    .map((text) => (text === '' ? '\\-' : text.replaceAll('\\', '\\\\').replaceAll('|', '\\|')))
    .join('|');
}

export function readList(cell: string): string[] {
  if (cell === '') return [];
  const texts = [''];
  for (let index = 0; index < cell.length; index += 1) {
    const sign = cell[index] as string;
    if (sign === '|') texts.push('');
    else if (sign !== '\\') texts[texts.length - 1] += sign;
    else texts[texts.length - 1] += cell[(index += 1)] === '-' ? '' : (cell[index] ?? '');
  }
  return texts;
}

/** Words as they are compared: without case, accents, punctuation or plural. */

const joining = new Set(['and', 'or', 'of', 'the', 'a', 'an', 'in', 'for', 'to']);

export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** "Nurses" and "nurse" are one word here. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** The words that carry meaning; all of them where none does. */
export function foldWords(text: string): string[] {
  const all = foldText(text).split(' ').filter(Boolean);
  const telling = all.filter((word) => !joining.has(word));
  return (telling.length > 0 ? telling : all).map(singular);
}

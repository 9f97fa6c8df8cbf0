/** Every typed word begins a word of the title, an alias or the code; tolerant of case and accents. */
export function matchesWords(
  row: { code: string; title: string; aliases: readonly string[] },
  typed: string,
): boolean {
  return matchedBy(row, typed) !== null;
}

/** '' when the title or the code matched, the alias when that did, null when nothing did. */
export function matchedBy(
  { code, title, aliases }: { code: string; title: string; aliases: readonly string[] },
  typed: string,
): string | null {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0 || beginsWords(`${title} ${code}`, wanted)) return '';
  return aliases.find((alias) => beginsWords(alias, wanted)) ?? null;
}

function beginsWords(text: string, wanted: readonly string[]): boolean {
  const words = ` ${plain(text).replace(/[^0-9a-z-]+/g, ' ')}`;
  return wanted.every((word) => words.includes(` ${word}`));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

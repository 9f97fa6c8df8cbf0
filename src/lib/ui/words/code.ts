/** Join codes are shown in two halves: K7M-2QX. */
export function codeWords(code: string): string {
  const plain = code.replace(/[^0-9a-z]/gi, '').toUpperCase();
  return plain.length === 6 ? `${plain.slice(0, 3)}-${plain.slice(3)}` : code;
}

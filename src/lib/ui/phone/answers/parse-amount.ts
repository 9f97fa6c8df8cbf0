/** A number as people type it ("1 200", "1,200", "12.5"); null when empty, 'unclear' when it is no number. */
export function parseAmount(typed: string): number | null | 'unclear' {
  const text = typed.replace(/[\s,'’%]/g, '');
  if (text === '') return null;
  return /^\d+(\.\d+)?$/.test(text) && Number(text) <= 1e9 ? Number(text) : 'unclear';
}

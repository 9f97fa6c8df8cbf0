/** A day as American and international publishers write it, or null: 2026-08-10, 8/10/2026, 08/10/26, Aug 10, 2026. */
export function dayOf(cell: string): string | null {
  const text = cell.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/.exec(text);
  if (iso) return real(iso[1], iso[2], iso[3]);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text);
  if (american)
    return real(american[3]?.length === 2 ? `20${american[3]}` : american[3], american[1], american[2]);
  const words = /^([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}),? (\d{4})$/.exec(text);
  const month = months.indexOf(words?.[1]?.toLowerCase() ?? '?');
  return words && month !== -1 ? real(words[3], String(month + 1), words[2]) : null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The 31st of February is no day. */
function real(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

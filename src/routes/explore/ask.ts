/** What a search asks, from its address. What is no number or too long is taken for not asked: an address is never refused. */
const LONGEST = 100;

export function readQuery({ searchParams }: URL) {
  const text = (name: string): string => (searchParams.get(name) ?? '').trim().slice(0, LONGEST);
  const amount = (name: string): number | null => {
    const value = text(name);
    return /^\d{1,9}$/.test(value) ? Number(value) : null;
  };
  return {
    words: text('q'),
    sector: text('sector') || null,
    education: text('education') || null,
    openings: amount('openings'),
    wage: amount('wage'),
    page: amount('page') ?? 1,
  };
}

/** Occupations that stand on the same pathways: where one comes from, and where one can go on to. */
import type { Catalogue } from './catalogue.ts';

export interface RelatedOccupation {
  code: string;
  title: string;
  /** Whose map says so. */
  pathway: { code: string; title: string };
}

export function relatedOccupations({ occupations, pathways }: Catalogue, code: string): RelatedOccupation[] {
  const titles = new Map(occupations.map((each) => [each.code, each.title]));
  const found = new Map<string, RelatedOccupation>();
  for (const { occupation, title, steps } of pathways) {
    const codes = steps
      .filter(({ kind, presence }) => kind === 'occupation' && presence !== 'removed')
      .map((step) => (step.side === 'focus' ? occupation : step.code));
    if (!codes.includes(code)) continue;
    for (const other of codes) {
      const known = other === null || other === code ? undefined : titles.get(other);
      if (other !== null && known !== undefined && !found.has(other))
        found.set(other, { code: other, title: known, pathway: { code: occupation, title } });
    }
  }
  return [...found.values()];
}

/** The pages a result is turned through on a phone: one occupation each, and only those the room said something about. */
import type { Content, OccupationRef } from '#lib/protocol/views/content.ts';

export function resultPages(content: Content): OccupationRef[] {
  switch (content.kind) {
    case 'figures': {
      const marked = new Set(
        content.results?.figures.filter(({ firms }) => firms > 0).map((one) => one.occupation),
      );
      const cards = content.cards.map(({ id, title }) => ({ id, title }));
      const said = cards.filter(({ id }) => marked.has(id));
      return said.length > 0 ? said : cards;
    }
    case 'reason':
    case 'gap':
      return content.occupations;
    case 'order':
      return content.pathways.map(({ occupation, title }) => ({ id: occupation, title }));
    case 'validation': {
      const asked = new Set(content.results?.items.map((item) => item.pathway));
      return content.pathways
        .filter(({ occupation }) => asked.has(occupation))
        .map(({ occupation, title }) => ({ id: occupation, title }));
    }
    default:
      return [];
  }
}

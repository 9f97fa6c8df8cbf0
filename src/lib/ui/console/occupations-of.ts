import type { Content, OccupationRef } from '#lib/protocol/views/content.ts';

/** The occupations the current phase is about, in the room's order. */
export function occupationsOf(content: Content): OccupationRef[] {
  switch (content.kind) {
    case 'figures':
      return content.cards.map(({ id, title }) => ({ id, title }));
    case 'nominate':
      return content.nominations.map(({ option, title }) => ({ id: option, title }));
    case 'choose':
    case 'ties':
      return content.options.map(({ id, title }) => ({ id, title }));
    case 'group':
      return content.placed.map(({ id, title }) => ({ id, title }));
    case 'reason':
    case 'gap':
      return content.occupations;
    case 'order':
    case 'map':
    case 'validation':
      return content.pathways.map(({ occupation, title }) => ({ id: occupation, title }));
    default:
      return [];
  }
}

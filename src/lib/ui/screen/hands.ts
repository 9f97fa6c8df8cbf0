import type { MapChange } from '#lib/protocol/map-change.ts';

/** What a facilitator's browser may do on the projector itself; a plain screen has none. Each says whether it was taken. */
export interface Hands {
  changeMap: (pathway: string, change: MapChange) => Promise<boolean>;
  placeInCategory: (occupation: string, category: string) => Promise<boolean>;
}

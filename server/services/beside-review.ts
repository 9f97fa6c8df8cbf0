/** What a workshop under review says otherwise than another one whose word stands: both will stand until a person decides. */
import { contributorsOf, isSameRoom } from '../lmi/contributor.ts';
import { standsAgainst } from '../lmi/disagreement.ts';
import type { StandsAgainst } from '../lmi/disagreement.ts';
import { standingIn } from '../lmi/replay/build-replayed.ts';
import type { Revision } from '../lmi/revision.ts';
import type { WorkshopState } from '../workshop/state.ts';

/** `workshop` of what stands is its title: there is nothing here to look it up by. */
export function besideReview({ id, setup, adjustments }: WorkshopState, latest: Revision): StandsAgainst[] {
  const known = new Map(contributorsOf(latest).map((each) => [each.id, each]));
  const room = { id, title: setup.title, sector: setup.sector, region: setup.region };
  const speaksAgain = (workshop: string): boolean => {
    const other = known.get(workshop);
    return workshop === id || other === undefined || isSameRoom(other, room);
  };
  return standsAgainst(Object.values(adjustments), standingIn(latest), speaksAgain).map((each) => ({
    ...each,
    against: each.against.map(({ workshop, says }) => ({
      workshop: known.get(workshop)?.title ?? workshop,
      says,
    })),
  }));
}

import type { ScreenView } from '../../../src/lib/protocol/views/faces.ts';
import { firmsPresent } from '../firms.ts';
import type { WorkshopState } from '../state.ts';
import { isRevealed } from './content-view.ts';
import { finishedFirms } from './header-view.ts';
import type { Live } from './live.ts';
import { sharedParts } from './shared-parts.ts';
import type { SharedParts } from './shared-parts.ts';
import { spotlitEntry } from './spotlit.ts';

/** The projector: what the room may see, nothing else. */
export function screenView(
  state: WorkshopState,
  live: Live,
  shared: SharedParts = sharedParts(state, live.now),
): ScreenView {
  const finished = finishedFirms(state);
  const spotlit = spotlitEntry(state);
  return {
    face: 'screen',
    header: shared.header(),
    content: shared.content(isRevealed(state)),
    dots: firmsPresent(state).map((firm) => finished.has(firm)),
    spotlit: spotlit && { text: spotlit.label },
    storage: live.storage,
  };
}

import type { ScreenView } from '../../../src/lib/protocol/views/faces.ts';
import { firmsPresent } from '../firms.ts';
import type { WorkshopState } from '../state.ts';
import { contentView, isRevealed } from './content-view.ts';
import { finishedFirms, headerView } from './header-view.ts';
import type { Live } from './live.ts';
import { spotlitEntry } from './spotlit.ts';

/** The projector: what the room may see, nothing else. */
export function screenView(state: WorkshopState, live: Live): ScreenView {
  const finished = finishedFirms(state);
  const spotlit = spotlitEntry(state);
  return {
    face: 'screen',
    header: headerView(state),
    content: contentView(state, isRevealed(state), live.now),
    dots: firmsPresent(state).map((firm) => finished.has(firm)),
    spotlit: spotlit && { text: spotlit.label },
    storage: live.storage,
  };
}

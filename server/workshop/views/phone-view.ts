import type { PhoneView } from '../../../src/lib/protocol/views/faces.ts';
import type { WorkshopState } from '../state.ts';
import { contentView, isRevealed } from './content-view.ts';
import { headerView } from './header-view.ts';
import type { Live } from './live.ts';
import { spotlitEntry } from './spotlit.ts';

/** What every phone shares; a participant's own part comes beside it. */
export function phoneView(state: WorkshopState, live: Live): PhoneView {
  const spotlit = spotlitEntry(state);
  return {
    face: 'phone',
    header: headerView(state),
    content: contentView(state, isRevealed(state), live.now),
    spotlit: spotlit && { text: spotlit.label },
    storage: live.storage,
  };
}

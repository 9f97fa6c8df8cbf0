import type { PhoneView } from '../../../src/lib/protocol/views/faces.ts';
import type { WorkshopState } from '../state.ts';
import { isRevealed } from './content-view.ts';
import type { Live } from './live.ts';
import { sharedParts } from './shared-parts.ts';
import type { SharedParts } from './shared-parts.ts';
import { spotlitEntry } from './spotlit.ts';

/** What every phone shares; a participant's own part comes beside it. */
export function phoneView(
  state: WorkshopState,
  live: Live,
  shared: SharedParts = sharedParts(state, live.now),
): PhoneView {
  const spotlit = spotlitEntry(state);
  return {
    face: 'phone',
    header: shared.header(),
    content: shared.content(isRevealed(state)),
    spotlit: spotlit && { text: spotlit.label },
    storage: live.storage,
  };
}

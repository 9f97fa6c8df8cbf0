import type { ScreenView } from '#lib/protocol/views/faces.ts';
import { SCREEN_WORDS } from '../words/screen.ts';

type Scene =
  | { name: 'message'; title: string; hint: string }
  | { name: 'stopped' }
  | { name: 'lobby'; rules: { text: string; acknowledged: number } | null }
  | { name: 'spotlight'; text: string }
  | { name: 'question' };

/** One message at a time: which one the room is shown now. */
export function sceneOf({ header, content, spotlit }: ScreenView): Scene {
  if (header.stage === 'draft')
    return { name: 'message', title: SCREEN_WORDS.notOpen, hint: SCREEN_WORDS.notOpenHint };
  if (header.stage === 'published')
    return { name: 'message', title: SCREEN_WORDS.published, hint: header.title };
  if (header.stage === 'closed' || header.stage === 'review')
    return { name: 'message', title: SCREEN_WORDS.closed, hint: SCREEN_WORDS.closedHint };
  if (header.topicStopped || content.kind === 'stopped') return { name: 'stopped' };
  if (spotlit && !isOnTheMap(header.spotlight, content)) return { name: 'spotlight', text: spotlit.text };
  if (header.stage === 'open' || content.kind === 'welcome')
    return {
      name: 'lobby',
      rules:
        content.kind === 'welcome'
          ? { text: content.competitionText, acknowledged: content.acknowledged }
          : null,
    };
  return { name: 'question' };
}

/** On the map, and where orders are compared, the light falls on the thing in its place. */
function isOnTheMap(spotlight: ScreenView['header']['spotlight'], content: ScreenView['content']): boolean {
  if (content.kind === 'map') return spotlight !== null && spotlight.kind !== 'entry';
  if (content.kind !== 'order' && content.kind !== 'validation') return false;
  return spotlight?.kind === 'occupation' && content.pathways.some((one) => one.occupation === spotlight.id);
}

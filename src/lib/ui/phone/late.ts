/** The parts of a phone that come after its first words. */
import { LatePart } from './late-part.ts';

export const late = {
  questionFace: new LatePart(() => import('./QuestionFace.svelte')),
  meSheet: new LatePart(() => import('./MeSheet.svelte')),
  lobby: new LatePart(() => import('./Lobby.svelte')),
  over: new LatePart(() => import('./Over.svelte')),
};

/** While the ground rules are read: a network that is gone behind them cannot keep the question away (N2). */
export function prepareAll(): void {
  for (const part of Object.values(late)) void part.prepare();
}

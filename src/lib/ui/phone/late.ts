/** The parts of a phone that its first words do not need (B6). They are fetched once; a network that fails is tried again. */
const AGAIN_MS = 2_000;

async function fetched<T>(part: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await part();
    } catch {
      await new Promise((next) => setTimeout(next, AGAIN_MS));
    }
  }
}

let questionFace: Promise<typeof import('./QuestionFace.svelte')> | null = null;
let lobby: Promise<typeof import('./Lobby.svelte')> | null = null;
let over: Promise<typeof import('./Over.svelte')> | null = null;
let meSheet: Promise<typeof import('./MeSheet.svelte')> | null = null;

export const late = {
  questionFace: () => (questionFace ??= fetched(() => import('./QuestionFace.svelte'))),
  lobby: () => (lobby ??= fetched(() => import('./Lobby.svelte'))),
  over: () => (over ??= fetched(() => import('./Over.svelte'))),
  meSheet: () => (meSheet ??= fetched(() => import('./MeSheet.svelte'))),
};

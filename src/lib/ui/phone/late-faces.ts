/** All of them at once: one thing to fetch while the ground rules are read, and one that can be lost (N2). */
export { default as Lobby } from './Lobby.svelte';
export { default as MeSheet } from './MeSheet.svelte';
export { default as Over } from './Over.svelte';
export { default as QuestionFace } from './QuestionFace.svelte';

/**
 * The phone's own program (decision 039): one file until its first words, one after, and nothing of SvelteKit's. The page it stands in is a
 * document: before somebody has joined it is a form that works by itself, after that it names the seat.
 */
import { mount } from 'svelte';
import { keepDoor } from './door.ts';
import PhoneRoom from './PhoneRoom.svelte';
import type { PhoneSeat } from './seat.ts';

function show(): void {
  const target = document.querySelector<HTMLElement>('[data-seat]');
  const door = document.querySelector<HTMLFormElement>('form[data-door]');
  if (target?.dataset['seat']) {
    const seat = JSON.parse(target.dataset['seat']) as PhoneSeat;
    target.replaceChildren();
    mount(PhoneRoom, { target, props: { seat } });
  } else if (door) keepDoor(door, show);
}

show();

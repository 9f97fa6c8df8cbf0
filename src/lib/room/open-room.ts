/** Opens a room in a page, with the device's outbox, and keeps it awake with the page. */
import type { Face } from '../protocol/roles.ts';
import { browserOutbox } from './browser-outbox.ts';
import { lazyOutbox } from './outbox.ts';
import { Room } from './room.svelte.ts';

/** Only in the browser. `close` when the page goes. */
export function openRoom<F extends Face>(options: {
  room: string;
  face: F;
}): { room: Room<F>; close(): void } {
  const room = new Room<F>({ ...options, outbox: lazyOutbox(browserOutbox()) });
  const wake = (): void => {
    if (document.visibilityState === 'visible') void room.wake();
  };
  // A page that has just come is not woken: its line is on the way, and would be opened twice.
  const onReturn = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) wake();
  };
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('pageshow', onReturn);
  window.addEventListener('online', wake);
  const close = (): void => {
    document.removeEventListener('visibilitychange', wake);
    window.removeEventListener('pageshow', onReturn);
    window.removeEventListener('online', wake);
    room.close();
  };
  return { room, close };
}

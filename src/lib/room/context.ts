import { createContext } from 'svelte';
import type { Face } from '../protocol/roles.ts';
import type { Room } from './room.svelte.ts';

/** The room of the page, for the components in it. */
const [get, set] = createContext<Room>();

export const setRoom = <F extends Face>(room: Room<F>): Room<F> =>
  set(room) as unknown as Room<F>;
export const getRoom = <F extends Face>(): Room<F> => get() as unknown as Room<F>;

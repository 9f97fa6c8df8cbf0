import type { Goodbye } from '../../src/lib/protocol/delivery.ts';

const FAREWELLS: Record<Goodbye['code'], string> = {
  reload: 'This page is older than the server. Reload it; what was not sent yet is kept.',
  no_seat: 'You have no seat in this room on this device. Open the link or scan the code again.',
  no_room: 'There is no such workshop here. Check the code on the screen.',
  seat_revoked: 'Your seat in this room was taken back. Ask the facilitator for a new link.',
  slow_reader:
    'The connection was too slow to keep up and was closed. Reload the page to come back; nothing is lost.',
  discarded: 'This workshop has been discarded.',
};

export function farewell(code: Goodbye['code']): Goodbye {
  return { code, message: FAREWELLS[code] };
}

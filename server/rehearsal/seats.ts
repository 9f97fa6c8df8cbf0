/** Seats taken by the doors that pages use; what comes back is the cookie a browser would hold. */
import type { Services } from '../services.ts';
import type { Profile } from '../../src/lib/protocol/people.ts';

type Doors = Services['doors'];

/** Where a face of one room is, and what its holder shows at the door. */
export interface Seat {
  code: string;
  address: string;
  cookie: string;
}

export async function phoneCookie(doors: Doors, code: string, profile: Profile): Promise<string> {
  const { token, workshop } = answered(await doors.join(code, profile));
  return `plumbline_seat_${workshop}=${token}`;
}

export async function hostCookie(doors: Doors, workshop: string, code: string): Promise<string> {
  return `plumbline_host_${workshop}=${await linkToken(doors, workshop, code, 'lead', 'Facilitator')}`;
}

export async function screenCookie(doors: Doors, workshop: string, code: string): Promise<string> {
  return `plumbline_screen_${workshop}=${await linkToken(doors, workshop, code, 'screen', 'Screen')}`;
}

async function linkToken(
  doors: Doors,
  workshop: string,
  code: string,
  kind: 'lead' | 'screen',
  name: string,
): Promise<string> {
  const { secret } = answered(await doors.offerSeat(workshop, 'staff', kind, name));
  return answered(await doors.takeSeat(code, secret)).token;
}

function answered<A extends object>(answer: A | { message: string }): A {
  if ('message' in answer) throw new Error(answer.message);
  return answer;
}

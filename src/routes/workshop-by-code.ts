import { error } from '@sveltejs/kit';
import { visitor } from './seat-cookie.ts';
import type { Asking } from './seat-cookie.ts';

type Workshop = NonNullable<Awaited<ReturnType<App.Locals['services']['workshops']['get']>>>;

/** Wrong codes count against whoever tries them; a right one never does (R9). */
export async function workshopByCode(asking: Asking, code: string): Promise<Workshop> {
  const found = await asking.locals.services.doors.find(code, visitor(asking));
  if (found.kind === 'room') return found.room;
  if (found.kind === 'tooMany')
    error(
      429,
      'Too many wrong codes from here: for a while this address is told nothing. Open the console by its link, or sign in.',
    );
  error(404, 'No workshop has this code. Look at the code on the screen or in the staff pages.');
}

import type { ActionResult } from '@sveltejs/kit';
import { CONSOLE_WORDS } from '#lib/ui/words/console.ts';

/** What a form of the console was answered when it was not done; null when it was. */
export function formMessage(result: ActionResult): string | null {
  if (result.type === 'success' || result.type === 'redirect') return null;
  const message: unknown = result.type === 'failure' ? result.data?.['message'] : null;
  return typeof message === 'string' ? message : CONSOLE_WORDS.door.failed;
}

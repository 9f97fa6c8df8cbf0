import { fail } from '@sveltejs/kit';
import { COMMENT_WORDS } from '#lib/ui/words/comments.ts';
import { formText } from '../form-text.ts';
import { requireStaff } from '../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { comments } = requireStaff(locals);
  return { comments: await comments.list() };
};

export const actions: Actions = {
  show: async ({ request, locals }) => moderated(await request.formData(), locals, 'shown'),
  hide: async ({ request, locals }) => moderated(await request.formData(), locals, 'hidden'),
  erase: async ({ request, locals }) => {
    const { comments, session } = requireStaff(locals);
    const isDone = await comments.erase(formText(await request.formData(), 'id'), session);
    if (!isDone) return fail(404, { message: COMMENT_WORDS.staff.gone });
  },
};

async function moderated(form: FormData, locals: App.Locals, status: 'shown' | 'hidden') {
  const { comments, session } = requireStaff(locals);
  const isDone = await comments.moderate(formText(form, 'id'), status, session);
  if (!isDone) return fail(404, { message: COMMENT_WORDS.staff.gone });
}

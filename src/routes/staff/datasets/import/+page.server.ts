import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { STAFF_WORDS } from '#lib/ui/words/staff.ts';
import { formText } from '../../form-text.ts';
import { requireStaff } from '../../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 20 * 1024 * 1024;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { datasets } = requireStaff(locals);
  const importId = url.searchParams.get('import');
  const pending = importId === null ? null : await datasets.pendingImport(importId);
  return { importId, pending, isGone: importId !== null && pending === null, words: datasets.words };
};

export const actions: Actions = {
  /** Reads and reports; nothing is saved as a dataset. */
  preview: async ({ request, locals }) => {
    const { datasets } = requireStaff(locals);
    const form = await request.formData();
    const title = formText(form, 'title').slice(0, 120);
    const area = formText(form, 'area').slice(0, 80);
    const file = form.get('file');
    const typed = { title, area };
    const words = STAFF_WORDS.importing;
    if (!(file instanceof File) || file.name === '')
      return fail(400, { ...typed, message: words.noFile, preview: null });
    if (file.size > MOST_BYTES) return fail(413, { ...typed, message: words.tooLarge, preview: null });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { importId, preview } = await datasets.previewImport(bytes, file.name, {
      title: title || file.name.replace(/\.[a-z]+$/i, ''),
      area: area || 'US',
    });
    if (importId === null) return fail(422, { ...typed, message: words.unusable(file.name), preview });
    redirect(303, `${resolve('/staff/datasets/import')}?import=${importId}`);
  },

  save: async ({ request, locals }) => {
    const { datasets } = requireStaff(locals);
    const id = await datasets.commitImport(formText(await request.formData(), 'import'));
    if (id === null)
      return fail(410, { title: '', area: '', message: STAFF_WORDS.importing.gone, preview: null });
    redirect(303, resolve('/staff/datasets/[id]', { id }));
  },
};

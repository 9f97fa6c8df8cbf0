import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { requireStaff } from '../../../require-staff.ts';
import { askedPlace, mappingFields } from './asked.ts';
import type { Actions, PageServerLoad } from './$types';

/** A small file is read before the answer: no page in between. */
const PATIENCE_MS = 1_500;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { mappings, datasets } = requireStaff(locals);
  const file = url.searchParams.get('file') ?? '';
  const page = await mappings.page(file, askedPlace(url), url.searchParams.get('from'));
  // The import page says that the file is gone.
  if (page === null) redirect(303, goneFrom(file));
  return {
    ...('problem' in page ? { page: null, problem: page.problem } : { page, problem: null }),
    words: datasets.words,
    place: url.search.slice(1),
  };
};

export const actions: Actions = {
  /** Tries the mapping on the file. Nothing is saved. */
  look: async ({ request, locals, url }) => {
    const { mappings } = requireStaff(locals);
    const file = url.searchParams.get('file') ?? '';
    const typed = mappingFields(await request.formData());
    const tried = await mappings.attempt(file, askedPlace(url), typed);
    if (tried === null) redirect(303, goneFrom(file));
    return 'problems' in tried
      ? { typed, problems: tried.problems, preview: null, isRefused: false }
      : { typed, problems: [], preview: tried.preview, isRefused: false };
  },

  /** Saves the mapping, not the figures: the file is read by it, and its report comes first. */
  keep: async ({ request, locals, url }) => {
    const { mappings, datasets } = requireStaff(locals);
    const file = url.searchParams.get('file') ?? '';
    const typed = mappingFields(await request.formData());
    const kept = await mappings.keep(file, askedPlace(url), typed, url.searchParams.get('from'));
    if (kept === null) redirect(303, goneFrom(file));
    if ('problems' in kept)
      return fail(422, { typed, problems: kept.problems, preview: null, isRefused: true });
    await datasets.imports.settled(file, PATIENCE_MS);
    redirect(303, `${resolve('/staff/datasets/import')}?reading=${file}`);
  },
};

function goneFrom(file: string): string {
  return `${resolve('/staff/datasets/import')}?reading=${encodeURIComponent(file)}`;
}

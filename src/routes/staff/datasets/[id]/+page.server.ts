import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formText } from '../../form-text.ts';
import { requireStaff } from '../../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { datasets, replays, revisions } = requireStaff(locals);
  const observation = url.searchParams.get('figure');
  const [offers, differing, all] = await Promise.all([
    replays.offers(params.id),
    replays.disagreements(params.id),
    revisions.list(),
  ]);
  const latest = all
    .filter(({ dataset, workshop }) => dataset.id === params.id && !workshop?.rehearsal)
    .sort((a, b) => b.number - a.number)[0];
  return {
    origin: observation === null ? null : await datasets.figure(params.id, observation),
    offers,
    here: latest && differing.length > 0 ? { revision: latest.id, disagreements: differing.length } : null,
  };
};

const MOST_BYTES = 5 * 1024 * 1024;

export const actions: Actions = {
  /** A copy of the release with pathways of a CTDL file as its drafts. */
  pathways: async ({ request, locals, params }) => {
    const { datasets } = requireStaff(locals);
    const file = (await request.formData()).get('file');
    if (!(file instanceof File) || file.name === '') return fail(400, { message: 'Choose a file first.' });
    if (file.size > MOST_BYTES)
      return fail(413, { message: 'The file is larger than 5 MB. Nothing was changed.' });
    const made = await datasets.withPathways(params.id, await file.text());
    if ('message' in made) return fail(422, { message: made.message });
    redirect(303, resolve('/staff/datasets/[id]', { id: made.dataset }));
  },

  /** A4: lays what stands on an earlier release on this one; nothing is published by it. */
  replay: async ({ request, locals, params }) => {
    const { replays } = requireStaff(locals);
    const started = await replays.start(formText(await request.formData(), 'revision'), params.id);
    if ('message' in started) return fail(409, { message: started.message });
    redirect(303, resolve('/staff/replays/[id]', { id: started.replay }));
  },
};

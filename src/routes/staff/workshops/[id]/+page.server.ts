import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { qrPath } from '#lib/ui/screen/qr-path.ts';
import { formText } from '../../form-text.ts';
import { preparationOf } from '../../preparation.ts';
import { requireStaff } from '../../require-staff.ts';
import { readSetup } from './setup-issues.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url: page }) => {
  const services = requireStaff(locals);
  const state = await services.workshops.get(params.id);
  if (!state) error(404, 'There is no such workshop.');
  const { id, code, stage, rehearsal, setup, revision, adjustments } = state;
  const [preparation, datasets] = await Promise.all([
    preparationOf(services, setup.datasetId),
    services.datasets.list(),
  ]);
  // On the server `resolve` answers relative to the page.
  const path = new URL(resolve('/join/[code]', { code }), page).pathname;
  const url = services.publicAddress() + path;
  return {
    workshop: { id, code, stage, rehearsal, setup, revision },
    people: Object.values(state.participants).filter(({ mergedInto }) => mergedInto === null).length,
    proposals: Object.keys(adjustments).length,
    preparation,
    datasets: datasets.map(({ id: dataset, title, release }) => ({ id: dataset, title, release })),
    join: { url, qr: qrPath(url) },
  };
};

const answer = (problems: string[]) => ({ problems, done: null });

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const { workshops } = requireStaff(locals);
    const read = readSetup(formText(await request.formData(), 'setup'));
    if ('problems' in read) return fail(400, answer(read.problems));
    const ack = await workshops.prepare(params.id, read.setup);
    return ack.ok ? { problems: [], done: 'saved' as const } : fail(409, answer([ack.message]));
  },

  template: async ({ request, locals, params }) => {
    const { workshops } = requireStaff(locals);
    const title = formText(await request.formData(), 'template').slice(0, 120);
    const state = await workshops.get(params.id);
    if (!state || title === '') return fail(400, answer(['Give the template a name.']));
    await workshops.saveTemplate(title, state.setup);
    return { problems: [], done: 'template' as const };
  },

  open: async ({ locals, params }) => {
    const ack = await requireStaff(locals).workshops.open(params.id);
    return ack.ok ? { problems: [], done: 'opened' as const } : fail(409, answer([ack.message]));
  },

  close: async ({ locals, params }) => {
    const ack = await requireStaff(locals).workshops.close(params.id);
    if (!ack.ok) return fail(409, answer([ack.message]));
    redirect(303, resolve('/staff/workshops/[id]/review', { id: params.id }));
  },
};

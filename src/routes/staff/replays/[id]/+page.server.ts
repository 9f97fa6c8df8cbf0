import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formText } from '../../form-text.ts';
import { requireStaff } from '../../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

const DECISIONS = ['keep', 'modify', 'withdraw', 'open'] as const;

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await requireStaff(locals).replays.get(params.id);
  if (!found) error(404, 'There is no such replay any more.');
  return {
    replay: found,
    role: found.items.findLast(({ settlement }) => settlement)?.settlement?.role ?? null,
  };
};

export const actions: Actions = {
  settle: async ({ request, locals, params }) => {
    const { replays } = requireStaff(locals);
    const form = await request.formData();
    const chosen = formText(form, 'decision');
    const decision = DECISIONS.find((each) => each === chosen);
    const adjustments = form.getAll('adjustment').filter((id) => typeof id === 'string');
    const rationale = formText(form, 'rationale').slice(0, 2000);
    const role = formText(form, 'role').slice(0, 60);
    const refuse = (status: number, message: string) => fail(status, { message, settled: 0, rationale });
    if (!decision) return refuse(400, 'Say what you decide: keep, modify or withdraw.');
    if (adjustments.length === 0) return refuse(400, 'Choose at least one adjustment first.');
    if (role === '') return refuse(400, 'Say in what role you decide; it is published with the decision.');
    const value = formText(form, 'value').slice(0, 280) || null;
    const done = await replays.settle(params.id, { adjustments, decision, value, rationale, role });
    return 'message' in done
      ? refuse(409, done.message)
      : { message: null, settled: done.settled, rationale: '' };
  },

  publish: async ({ locals, params }) => {
    const { replays, session } = requireStaff(locals);
    const done = await replays.publish(params.id, session);
    if ('message' in done) return fail(409, { message: done.message, settled: 0, rationale: '' });
    redirect(303, resolve('/staff/revisions/[id]', { id: done.revision }));
  },

  again: async ({ locals, params }) => {
    const { replays } = requireStaff(locals);
    const found = await replays.get(params.id);
    const latest = found && (await latestOn(locals, found.from.dataset));
    const done = found && latest ? await replays.start(latest, found.to.dataset) : { message: 'It is gone.' };
    return 'message' in done
      ? fail(409, { message: done.message, settled: 0, rationale: '' })
      : { message: null, settled: 0, rationale: '' };
  },

  discard: async ({ locals, params }) => {
    await requireStaff(locals).replays.discard(params.id);
    redirect(303, resolve('/staff/revisions'));
  },
};

async function latestOn(locals: App.Locals, dataset: string): Promise<string | null> {
  const all = (await locals.services.revisions.list()).filter(
    (each) => each.dataset.id === dataset && !each.workshop?.rehearsal,
  );
  return all.sort((a, b) => b.number - a.number)[0]?.id ?? null;
}

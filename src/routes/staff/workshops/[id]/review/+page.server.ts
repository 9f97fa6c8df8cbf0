import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { decision } from '#lib/protocol/commands/staff.ts';
import { formText } from '../../../form-text.ts';
import { requireStaff } from '../../../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { workshops, revisions, audit } = requireStaff(locals);
  const state = await workshops.get(params.id);
  if (!state) error(404, 'There is no such workshop.');
  const { id, stage, rehearsal, setup, revision } = state;
  const adjustments = Object.values(state.adjustments);
  const last = adjustments.findLast(({ decidedByRole }) => decidedByRole !== null);
  return {
    workshop: { id, stage, rehearsal, title: setup.title, revision },
    adjustments,
    decidedBy: await audit.decidedBy(id),
    beside: stage === 'closed' || stage === 'review' ? await revisions.besideReview(id) : [],
    role: last?.decidedByRole ?? null,
  };
};

export const actions: Actions = {
  start: async ({ locals, params }) => {
    const ack = await requireStaff(locals).workshops.startReview(params.id);
    return ack.ok ? { message: null, decided: 0 } : fail(409, { message: ack.message, decided: 0 });
  },

  decide: async ({ request, locals, params }) => {
    const { workshops, session } = requireStaff(locals);
    const form = await request.formData();
    const chosen = decision.safeParse(formText(form, 'decision'));
    const adjustments = form.getAll('adjustment').filter((id) => typeof id === 'string');
    const refuse = (status: number, message: string) => fail(status, { message, decided: 0 });
    if (!chosen.success) return refuse(400, 'Say what you decide: accept, modify or reject.');
    if (adjustments.length === 0) return refuse(400, 'Choose at least one proposal first.');
    const role = formText(form, 'role').slice(0, 60);
    if (role === '') return refuse(400, 'Say in what role you decide; it is published with the decision.');
    const ack = await workshops.decide(params.id, session, {
      adjustments,
      decision: chosen.data,
      value: chosen.data === 'modified' ? formText(form, 'value').slice(0, 280) : null,
      rationale: formText(form, 'rationale').slice(0, 2000),
      role,
    });
    return ack.ok ? { message: null, decided: adjustments.length } : refuse(409, ack.message);
  },

  publish: async ({ locals, params }) => {
    const { workshops, session } = requireStaff(locals);
    const published = await workshops.publish(params.id, session);
    if ('message' in published) return fail(409, { message: published.message, decided: 0 });
    redirect(303, resolve('/staff/revisions/[id]', { id: published.revision }));
  },
};

import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formText } from '../../../../staff/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { explore, comments } = locals.services;
  const shown = await explore.occupation(params.code);
  if (!shown) error(404, 'No occupation with this code has been published.');
  const about = url.searchParams.get('about');
  const figure = shown.occupation.figures.find(({ id }) => id === about) ?? null;
  return {
    occupation: { code: params.code, title: shown.occupation.title },
    figure,
    ticket: comments.ticket(),
    isSent: url.searchParams.has('sent'),
    canonical: url.origin + url.pathname,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params, getClientAddress }) => {
    const form = await request.formData();
    const draft = {
      occupation: params.code,
      figure: formText(form, 'about') || null,
      organisation: formText(form, 'organisation'),
      text: formText(form, 'text'),
      trap: formText(form, 'website'),
      ticket: formText(form, 'ticket'),
      isWarned: formText(form, 'warned') === 'on',
    };
    const refusal = await locals.services.comments.send(draft, getClientAddress());
    if (refusal) {
      const { organisation, text, ticket } = draft;
      // A form that was open long enough stays so; one that was not begins anew.
      return fail(400, { refusal, organisation, text, ticket: refusal.field === null ? null : ticket });
    }
    redirect(303, `${resolve('/explore/occupations/[code]/comment', { code: params.code })}?sent=1`);
  },
};

/** A large file, sent as it is: it goes to the disk while it comes. What it is read for stands in the address. */
import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { requireStaff } from '../../../require-staff.ts';
import type { RequestHandler } from './$types';

/** Nothing is to be read here: the form is. */
export const GET: RequestHandler = ({ locals }) => {
  requireStaff(locals);
  redirect(303, resolve('/staff/datasets/import'));
};

export const PUT: RequestHandler = async ({ request, locals, url }) => {
  const { datasets } = requireStaff(locals);
  const text = (name: string, most: number): string =>
    (url.searchParams.get(name) ?? '').trim().slice(0, most);
  const name = text('name', 200);
  if (request.headers.get('origin') !== url.origin || request.body === null || name === '')
    return Response.json({ message: 'This is no file of this page.' }, { status: 403 });
  const readAs = text('readAs', 20);
  const id = await datasets.imports.receive(request.body, name, {
    title: text('title', 120) || name.replace(/\.[a-z]+$/i, ''),
    area: text('area', 80) || 'US',
    base: text('base', 200) || null,
    onlyKnown: url.searchParams.has('onlyKnown'),
    profile: readAs === 'by-hand' ? null : readAs || null,
  });
  if (typeof id !== 'string') return Response.json(id, { status: 413 });
  const page = readAs === 'by-hand' ? '/staff/datasets/import/map' : '/staff/datasets/import';
  return Response.json({ location: `${resolve(page)}?${readAs === 'by-hand' ? 'file' : 'reading'}=${id}` });
};

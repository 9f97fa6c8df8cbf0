import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Any two revisions, also of different releases; for one occupation and its pathway where one is named. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { revisions } = locals.services;
  const all = (await revisions.list()).filter(({ workshop }) => !workshop?.rehearsal);
  const choices = all.map(({ id, number, dataset }) => ({
    id,
    number,
    title: dataset.title,
    release: dataset.release,
  }));
  const [from, to] = [url.searchParams.get('from') ?? '', url.searchParams.get('to') ?? ''];
  const code = url.searchParams.get('occupation') ?? '';
  if (from === '' || to === '') return { choices, from, to, code, comparison: null, occupations: [] };
  const comparison = await revisions.compare(from, to);
  if (!comparison) error(404, 'One of the two revisions is not there.');
  const named = comparison.changes.filter(({ occupation }) => occupation !== null);
  const occupations = [...new Map(named.map(({ occupation, title }) => [occupation ?? '', title]))];
  const changes = comparison.changes.filter(({ occupation }) => code === '' || occupation === code);
  return { choices, from, to, code, comparison: { ...comparison, changes }, occupations };
};

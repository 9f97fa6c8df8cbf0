import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formText } from '../../form-text.ts';
import { requireStaff } from '../../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { workshops, datasets } = requireStaff(locals);
  const [all, templates, releases] = await Promise.all([
    workshops.list(),
    workshops.templates(),
    datasets.list(),
  ]);
  return {
    datasets: releases.map(({ id, title, release }) => ({ id, title, release })),
    starts: [
      ...templates.map(({ id, title }) => ({ value: `template:${id}`, kind: 'template' as const, title })),
      ...all
        .filter(({ rehearsal }) => !rehearsal)
        .map(({ id, title }) => ({ value: `workshop:${id}`, kind: 'workshop' as const, title })),
    ],
    from: url.searchParams.get('from') ?? 'shipped',
    dataset: url.searchParams.get('dataset') ?? releases[0]?.id ?? null,
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { workshops, datasets } = requireStaff(locals);
    const form = await request.formData();
    const [title, sector, region] = [
      formText(form, 'title'),
      formText(form, 'sector'),
      formText(form, 'region'),
    ];
    const [from, dataset] = [formText(form, 'from'), formText(form, 'dataset')];
    const typed = { title, sector, region, from, dataset };
    if (title === '') return fail(400, { ...typed, message: 'Give the workshop a title.' });
    const blank = await workshops.blankSetup(dataset);
    if (!blank)
      return fail(400, { ...typed, message: 'Choose a dataset. Import one first if there is none.' });
    const [kind, id = ''] = from.split(':');
    const template =
      kind === 'template' ? (await workshops.templates()).find((one) => one.id === id)?.setup : undefined;
    const start = kind === 'workshop' ? (await workshops.get(id))?.setup : template;
    if (kind !== 'shipped' && !start)
      return fail(404, { ...typed, message: 'What you wanted to start from is gone.' });
    if (!start && sector === '')
      return fail(400, { ...typed, message: 'Name the sector: the industry of the employers you invite.' });
    const base = start ?? blank;
    const isSameDataset = base.datasetId === dataset;
    const codes = new Set((await datasets.get(dataset))?.occupations.map(({ code }) => code));
    const setup = {
      ...blank,
      ...base,
      datasetId: dataset,
      shortlist: base.shortlist.filter((code) => codes.has(code)),
      pathways: isSameDataset
        ? base.pathways
        : base.pathways.filter(({ occupation }) => codes.has(occupation)),
      title: title.slice(0, 120),
      sector: (sector || base.sector).slice(0, 80),
      region: (region || base.region).slice(0, 80),
    };
    redirect(303, resolve('/staff/workshops/[id]', { id: await workshops.create(setup) }));
  },
};

import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { STAFF_WORDS } from '#lib/ui/words/staff.ts';
import { formText } from '../../form-text.ts';
import { requireStaff } from '../../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 20 * 1024 * 1024;
/** A small file is read before the answer: no page in between. */
const PATIENCE_MS = 1_500;
const BY_HAND = 'by-hand';
const nothingTyped = { title: '', area: '', base: '', readAs: '', byHand: null };

export const load: PageServerLoad = async ({ locals, url }) => {
  const { datasets, mappings } = requireStaff(locals);
  const importId = url.searchParams.get('import');
  const reading = url.searchParams.get('reading');
  const pending = importId === null ? null : await datasets.pendingImport(importId);
  const progress = reading === null ? null : datasets.imports.progress(reading);
  if (progress?.importId)
    redirect(303, `${resolve('/staff/datasets/import')}?import=${progress.importId}&file=${progress.id}`);
  const isGone = (importId !== null && pending === null) || (reading !== null && progress === null);
  const bases = (await datasets.list()).map(({ id, title, release }) => ({ id, title, release }));
  const base = url.searchParams.get('to') ?? '';
  const known = (await mappings.list()).map(({ id, name }) => ({ id, name }));
  const file = url.searchParams.get('file') ?? reading;
  const held = file === null ? null : datasets.imports.progress(file);
  const profile = (pending?.preview ?? progress?.preview)?.profile?.id ?? null;
  const byHand = held?.preview?.isTable === false ? null : held && mapAddress(held.id, profile);
  return { importId, pending, progress, isGone, bases, base, known, byHand, words: datasets.words };
};

/** Where staff say what the columns of a file on the desk mean, beginning with the mapping it was read by. */
function mapAddress(file: string, profile: string | null): string {
  const mapping = profile?.startsWith('mapped-') ? `&from=${profile.slice('mapped-'.length)}` : '';
  return `${resolve('/staff/datasets/import/map')}?file=${file}${mapping}`;
}

export const actions: Actions = {
  /** Reads and reports; nothing is saved as a dataset. */
  preview: async ({ request, locals }) => {
    const { datasets } = requireStaff(locals);
    const form = await request.formData();
    const title = formText(form, 'title').slice(0, 120);
    const area = formText(form, 'area').slice(0, 80);
    const base = formText(form, 'base');
    const onlyKnown = form.get('onlyKnown') !== null;
    const file = form.get('file');
    const readAs = formText(form, 'readAs');
    const typed = { title, area, base, readAs, byHand: null };
    const words = STAFF_WORDS.importing;
    if (!(file instanceof File) || file.name === '')
      return fail(400, { ...typed, message: words.noFile, preview: null });
    if (file.size > MOST_BYTES) return fail(413, { ...typed, message: words.tooLarge, preview: null });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const id = datasets.imports.start(bytes, file.name, {
      title: title || file.name.replace(/\.[a-z]+$/i, ''),
      area: area || 'US',
      base: base || null,
      onlyKnown,
      profile: readAs === BY_HAND ? null : readAs || null,
    });
    if (readAs === BY_HAND) redirect(303, mapAddress(id, null));
    const read = await datasets.imports.settled(id, PATIENCE_MS);
    if (read?.preview && read.preview.problems.length > 0)
      return fail(422, {
        ...typed,
        message: words.unusable(file.name),
        preview: read.preview,
        byHand: read.preview.isTable ? mapAddress(id, read.preview.profile?.id ?? null) : null,
      });
    redirect(303, `${resolve('/staff/datasets/import')}?reading=${id}`);
  },

  /** The same file once more, with what it does not say. */
  answer: async ({ request, locals }) => {
    const { datasets } = requireStaff(locals);
    const form = await request.formData();
    const id = formText(form, 'reading');
    const given = [...form].flatMap(([name, value]) =>
      name.startsWith('answer-') && typeof value === 'string'
        ? [[name.slice(7), value.trim().slice(0, 400)]]
        : [],
    );
    if (!datasets.imports.answer(id, Object.fromEntries(given) as Record<string, string>))
      return fail(410, { ...nothingTyped, message: STAFF_WORDS.importing.gone, preview: null });
    await datasets.imports.settled(id, PATIENCE_MS);
    redirect(303, `${resolve('/staff/datasets/import')}?reading=${id}`);
  },

  stop: async ({ request, locals }) => {
    const { datasets } = requireStaff(locals);
    const id = formText(await request.formData(), 'reading');
    datasets.imports.stop(id);
    await datasets.imports.settled(id, PATIENCE_MS);
    redirect(303, resolve('/staff/datasets/import'));
  },

  save: async ({ request, locals }) => {
    const { datasets } = requireStaff(locals);
    const id = await datasets.commitImport(formText(await request.formData(), 'import'));
    if (id === null)
      return fail(410, { ...nothingTyped, message: STAFF_WORDS.importing.gone, preview: null });
    redirect(303, resolve('/staff/datasets/[id]', { id }));
  },
};

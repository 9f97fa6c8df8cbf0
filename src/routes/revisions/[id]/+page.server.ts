import { revisionPage } from '../revision-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  revision: await revisionPage(locals, params.id),
});

import { readReader } from '#lib/ui/explore/reader.ts';
import type { LayoutServerLoad } from './$types';

/** Anyone may keep a page for a minute; what was taken back is gone everywhere after that. */
export const load: LayoutServerLoad = ({ url, route, setHeaders }) => {
  const isForm = route.id.endsWith('/comment');
  setHeaders({ 'cache-control': isForm ? 'private, no-store' : 'public, max-age=60' });
  return { reader: readReader(url) };
};

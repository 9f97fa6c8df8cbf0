import { requireStaff } from './require-staff.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, setHeaders }) => {
  const { session } = requireStaff(locals);
  setHeaders({ 'cache-control': 'private, no-store' });
  return { staff: session.name, isNamed: session.account != null };
};

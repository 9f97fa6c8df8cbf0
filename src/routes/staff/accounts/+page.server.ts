import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formText } from '../form-text.ts';
import { requireStaff } from '../require-staff.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const { staff, session } = requireStaff(locals);
  const accounts = staff.accounts();
  const you = accounts.find(({ id }) => id === session.account) ?? null;
  return { you, signIn: session.signIn ?? null, accounts, signIns: staff.signIns() };
};

type Done = 'password' | 'removed' | 'ended' | 'closed';
interface Answer {
  done: Done | null;
  message: string | null;
  link: { name: string; url: string } | null;
}
const answer = (changes: Partial<Answer>): Answer => ({ done: null, message: null, link: null, ...changes });
const answered = (refused: { message: string } | null, done: Done) =>
  refused ? fail(400, answer({ message: refused.message })) : answer({ done });

/** Nothing is trimmed from a password. */
function secretText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export const actions: Actions = {
  name: async ({ request, locals }) => {
    const { staff, session } = requireStaff(locals);
    const refused = await staff.takeName(session, formText(await request.formData(), 'name'));
    if (refused) return fail(400, answer({ message: refused.message }));
    // This request still has the session without a name; the next one shows it on every page.
    redirect(303, resolve('/staff/accounts'));
  },

  password: async ({ request, locals }) => {
    const { staff, session } = requireStaff(locals);
    const form = await request.formData();
    const [next, present] = [secretText(form, 'next'), secretText(form, 'present')];
    return answered(await staff.setPassword(session, next, present), 'password');
  },

  removePassword: async ({ request, locals }) => {
    const { staff, session } = requireStaff(locals);
    const present = secretText(await request.formData(), 'present');
    return answered(await staff.setPassword(session, null, present), 'removed');
  },

  link: async ({ request, locals }) => {
    const services = requireStaff(locals);
    const { staff, session } = services;
    const form = await request.formData();
    const account = staff.accounts().find(({ id }) => id === formText(form, 'account'));
    const name = account?.name ?? formText(form, 'name').slice(0, 80);
    if (name.length < 2) return fail(400, answer({ message: 'Say for whom the link is.' }));
    const secret = await staff.offerLink(account ? { account: account.id } : { name }, session);
    const path = new URL(resolve('/staff/enter'), 'http://x/staff/accounts').pathname;
    return answer({ link: { name, url: `${services.publicAddress()}${path}#${secret}` } });
  },

  end: async ({ request, locals }) => {
    const { staff, session } = requireStaff(locals);
    await staff.endSignIn(formText(await request.formData(), 'signIn'), session);
    return answer({ done: 'ended' });
  },

  close: async ({ request, locals }) => {
    const { staff, session } = requireStaff(locals);
    return answered(
      await staff.closeAccount(formText(await request.formData(), 'account'), session),
      'closed',
    );
  },
};

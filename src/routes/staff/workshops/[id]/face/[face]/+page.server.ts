import { error } from '@sveltejs/kit';
import { CONSENT_TEXT } from '#lib/protocol/consent-text.ts';
import type { ConsoleView, OwnView, PhoneView, ScreenView } from '#lib/protocol/views/faces.ts';
import { qrPath } from '#lib/ui/screen/qr-path.ts';
import { codeWords } from '#lib/ui/words/code.ts';
import { requireStaff } from '../../../../require-staff.ts';
import type { PageServerLoad } from './$types';

/** One face at one phase, before the day, with the views the room itself would send. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const services = requireStaff(locals);
  const { workshops } = services;
  const query = url.searchParams;
  const [faces, state] = await Promise.all([
    workshops.preview(params.id, query.get('activity') ?? '', query.get('phase') ?? ''),
    workshops.get(params.id),
  ]);
  if (!faces || !state) error(404, 'The guide has no such phase.');
  const address = services.publicAddress();
  const joinUrl = `${address}/join/${state.code}`;
  const join = {
    url: joinUrl,
    address: address.replace(/^https?:\/\//, ''),
    code: codeWords(state.code),
    qr: qrPath(joinUrl),
  };
  const now = Date.now();
  switch (params.face) {
    case 'screen':
      return { face: 'screen' as const, view: faces.screen.shared as ScreenView, join, now };
    case 'console':
      return { face: 'console' as const, view: faces.console.shared as ConsoleView, join, now };
    case 'phone': {
      const { competitionText, retentionDays } = state.setup;
      const terms = { competitionText, retentionDays, consentText: CONSENT_TEXT };
      return {
        face: 'phone' as const,
        view: faces.phone.shared as PhoneView,
        own: faces.phone.own as OwnView,
        terms,
        now,
      };
    }
    default:
      error(404, 'There is no such face.');
  }
};

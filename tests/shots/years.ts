/** A server after two years: a revision on an earlier release, a new release, a replay half settled, comments, materials being made. */
import type { Adjustment } from '../../server/lmi/adjustment.ts';
import { buildRevision } from '../../server/lmi/build-revision.ts';
import { startServer } from '../../server/start-server.ts';
import type { RunningServer } from '../../server/start-server.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import { forty, may2024, may2025 } from '../server/new-release.ts';
import { orThrow } from '../server/test-server.ts';
import { HVAC, NURSE, revisionInput } from '../lmi/revision-fixture.ts';

const ANA = { id: 'a-1', name: 'Ana Lima' };
export const FIRST = 'r-0000000001';
export const SECOND = 'r-0000000002';

export interface Years extends RunningServer {
  address: string;
  /** `plumbline_staff=...` */
  staffCookie: string;
  /** By what a picture of it is called. */
  staffPages: Record<string, string>;
  publicPages: Record<string, string>;
}

export async function openYears(): Promise<Years> {
  const store = memoryStore();
  for (const release of [may2024, may2025]) await store.write('datasets', release.id, release);
  const adjustments = forty.map(([, adjustment]) => adjustment);
  const first = buildRevision(revisionInput({ id: FIRST, dataset: may2024, adjustments }));
  const second = buildRevision(
    revisionInput({
      id: SECOND,
      number: 2,
      dataset: may2024,
      previous: first,
      workshop: { ...revisionInput().workshop, id: 'w-2', title: 'Care 2026', sector: 'Care' },
      adjustments: [otherwise()],
    }),
  );
  for (const made of [first, second]) await store.write('revisions', made.id, made);
  let at = Date.now();
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    data: { store },
    pages: 'built',
    now: () => at,
  });
  const { staff, replays, comments, materials } = server.services;
  const token = await staff.exchange(await staff.offerLink());
  const begun = orThrow(await replays.start(second.id, may2025.id)).replay;
  const ids = (await replays.get(begun))?.items.map(({ adjustment }) => adjustment.id) ?? [];
  const settled = { decision: 'keep', value: null, rationale: 'Still so.', role: 'analyst' } as const;
  for (const id of ids.slice(0, 20)) await replays.settle(begun, { ...settled, adjustments: [id] });
  const figure = may2024.observations.find(({ occupation }) => occupation === NURSE)?.id ?? null;
  for (const [index, text] of COMMENTS.entries()) {
    const ticket = comments.ticket();
    at += 20_000;
    const about = { occupation: NURSE, figure: index === 0 ? figure : null };
    const sent = { organisation: `College ${index + 1}`, text, trap: '', ticket, isWarned: true };
    const refused = await comments.send({ ...about, ...sent }, '192.0.2.1');
    if (refused) throw new Error(refused.message);
  }
  const [, shown] = await comments.list();
  if (shown) await comments.moderate(shown.id, 'shown', ANA);
  const { job } = orThrow(await materials.start({ kinds: ['sheet'], codes: 'all', paper: 'a4' }));
  const occupation = `/explore/occupations/${NURSE}`;
  return {
    ...server,
    address: `http://127.0.0.1:${server.port}`,
    staffCookie: `plumbline_staff=${token ?? ''}`,
    staffPages: {
      home: '/staff',
      replay: `/staff/replays/${begun}`,
      revisions: '/staff/revisions',
      comments: '/staff/comments',
      materials: '/staff/materials',
      'materials-job': `/staff/materials/${job}`,
      privacy: '/staff/privacy',
      dataset: `/staff/datasets/${may2025.id}`,
    },
    publicPages: {
      revision: `/revisions/${FIRST}`,
      'revision-occupation': `/revisions/${FIRST}/occupations/${NURSE}`,
      why: `/revisions/${FIRST}/why?figure=${encodeURIComponent(figure ?? '')}`,
      compare: '/revisions/compare',
      compared: `/revisions/compare?from=${FIRST}&to=${SECOND}`,
      front: '/explore',
      list: '/explore/occupations?openings=1000',
      nothing: '/explore/occupations?q=astronaut',
      occupation,
      'occupation-educator': `${occupation}?for=educator`,
      pathways: '/explore/pathways',
      pathway: `/explore/pathways/${HVAC}`,
      comment: `${occupation}/comment`,
      about: '/explore/about',
      missing: '/explore/occupations/none',
      sheet: `${occupation}/sheet`,
      brochure: `/explore/pathways/${HVAC}/brochure`,
    },
  };
}

const COMMENTS = [
  'We teach forty a year, and twice as many are asked for.',
  'The exam is taken in the second term, not after it.',
  'Firms here pay $31 an hour.',
];

/** Another room on the first figure that the first one called too low. */
function otherwise(): Adjustment {
  const said = forty.map(([, each]) => each).find(({ kind, proposedValue }) => kind === 'figure' && proposedValue === 'too_low');
  if (!said) throw new Error('One of the forty says so.');
  return { ...said, id: 'a-otherwise', workshop: 'w-2', proposedValue: 'too_high', decidedValue: 'too_high' };
}

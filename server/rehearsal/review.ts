/** Staff of a rehearsal: rule on what the room proposed, by the seed, and publish (A2). */
import type { Adjustment, AdjustmentStatus } from '../lmi/adjustment.ts';
import type { Services, StaffSession } from '../services.ts';
import { Stream } from './stream.ts';

type Ruling = { status: AdjustmentStatus; value: string | null; rationale: string };

export interface Reviewed {
  revision: string;
  number: number;
  /** By kind, target and measure, for ids hold the workshop's own. */
  rulings: Map<string, Ruling>;
}

export const rulingKey = ({
  kind,
  target,
  measure,
}: Pick<Adjustment, 'kind' | 'target' | 'measure'>): string => `${kind}/${target}/${measure}`;

export async function review(services: Services, workshop: string, seed: number): Promise<Reviewed> {
  const session = await signIn(services);
  done(await services.workshops.startReview(workshop));
  const adjustments = await services.revisions.adjustments(workshop);
  const rulings = new Map(
    adjustments.map((adjustment) => [rulingKey(adjustment), rulingOn(adjustment, seed)]),
  );
  for (const { keys, ruling } of grouped(rulings)) {
    const { status, value, rationale } = ruling;
    if (status === 'proposed') continue;
    const ids = adjustments.filter((adjustment) => keys.has(rulingKey(adjustment))).map(({ id }) => id);
    const input = { adjustments: ids, decision: status, value, rationale, role: 'Labour market analyst' };
    done(await services.workshops.decide(workshop, session, input));
  }
  const published = await services.workshops.publish(workshop, session);
  if ('message' in published) throw new Error(published.message);
  const { revision } = published;
  const { number = 0 } = (await services.revisions.get(revision)) ?? {};
  return { revision, number, rulings };
}

/** Most are accepted; some figures get another value, some proposals are turned down, some left as they are. */
function rulingOn(adjustment: Adjustment, seed: number): Ruling {
  const chance = new Stream(seed, 'staff', rulingKey(adjustment));
  const roll = chance.share();
  const { kind, publishedValue, unit } = adjustment;
  const isNumber = kind === 'figure' && unit !== 'category' && /^\d+(\.\d+)?$/.test(publishedValue ?? '');
  if (isNumber && roll < 0.2) {
    const value = String(Math.round(Number(publishedValue) * (0.8 + chance.share() * 0.4)));
    return { status: 'modified', value, rationale: 'Between the published figure and what the room said.' };
  }
  if (roll < 0.3)
    return { status: 'rejected', value: null, rationale: 'The base is too small for this region.' };
  if (roll < 0.45) return { status: 'proposed', value: null, rationale: '' };
  return { status: 'accepted', value: null, rationale: 'As the room said.' };
}

/** What is ruled alike is ruled at once, as staff do with several. */
function grouped(rulings: ReadonlyMap<string, Ruling>): { keys: Set<string>; ruling: Ruling }[] {
  const groups = new Map<string, { keys: Set<string>; ruling: Ruling }>();
  for (const [key, ruling] of rulings) {
    const same = JSON.stringify([ruling.status, ruling.value]);
    const group = groups.get(same) ?? { keys: new Set<string>(), ruling };
    group.keys.add(key);
    groups.set(same, group);
  }
  return [...groups.values()];
}

async function signIn({ staff }: Services): Promise<StaffSession> {
  const token = await staff.exchange(await staff.offerLink());
  const session = token === null ? null : await staff.session(token);
  if (!session) throw new Error('Staff could not sign in.');
  return session;
}

function done(ack: { ok: true } | { ok: false; message: string }): void {
  if (!ack.ok) throw new Error(ack.message);
}

/** A replay as it is kept while people settle its conflicts: half settled, it survives any restart. */
import * as z from 'zod';
import { withoutComments } from '../lmi/erased-revision.ts';
import { replayed } from '../lmi/replay/replayed.ts';
import type { Replayed } from '../lmi/replay/replayed.ts';
import { settlement } from '../lmi/replay/settlement.ts';
import type { Store } from '../store/port.ts';
import { withoutLabels } from '../workshop/personal-labels.ts';

export const replayDocument = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  from: z.strictObject({
    dataset: z.string(),
    revision: z.strictObject({ id: z.string(), number: z.number().int() }),
  }),
  to: z.string(),
  startedAt: z.string(),
  /** As judged when it began: what a person has read does not change under them. */
  results: z.array(replayed),
  settlements: z.array(settlement),
  /** The revision it became. */
  revision: z.string().nullable(),
});
export type ReplayDocument = z.infer<typeof replayDocument>;

export function readReplay(store: Store, id: string): Promise<ReplayDocument | null> {
  return store.read('replays', id, (value) => replayDocument.parse(value));
}

/** C5: nobody's words are left in what waits to be settled. */
export async function eraseReplays(store: Store, workshop: string, labels: readonly string[]): Promise<void> {
  for (const id of await store.list('replays')) {
    const found = await readReplay(store, id);
    if (!found?.results.some(({ adjustment }) => adjustment.workshop === workshop)) continue;
    const erased = { ...found, results: withoutWordsOf(found.results, workshop) };
    await store.replace('replays', id, replayDocument.parse(withoutLabels(erased, labels)));
  }
}

export function withoutWordsOf(results: readonly Replayed[], workshop: string): Replayed[] {
  return results.map((result) => {
    if (result.adjustment.workshop !== workshop) return result;
    const { adjustment, on } = result;
    return { ...result, adjustment: withoutComments(adjustment), on: on && withoutComments(on) };
  });
}

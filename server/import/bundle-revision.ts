/** A6: the revision that a bundle was written from, whole again from its record, its states and its patches. */
import * as z from 'zod';
import { isIntact } from '../lmi/build-revision.ts';
import { canonicalJson } from '../lmi/canonical-json.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { effectiveState } from '../lmi/effective.ts';
import { revision as revisionSchema } from '../lmi/revision.ts';
import type { Revision } from '../lmi/revision.ts';

const PATCH = /^patches\/([a-z]+)\.r\d+-r\d+\.json$/;

/** Null for a bundle of before there was a record, and for one made during a workshop. A record that does not agree is a problem. */
export function revisionOf(
  files: ReadonlyMap<string, Uint8Array>,
  dataset: Dataset,
  sha256: (text: string) => string,
): { revision: Revision | null } | { problem: string } {
  const record = files.get('revision.json');
  if (!record) return { revision: null };
  try {
    const read = revisionSchema.parse({
      ...(jsonOf(record) as object),
      baseState: jsonOf(files.get('state/base.json')),
      state: jsonOf(files.get('state/revision.json')),
      patches: Object.fromEntries(
        [...files].flatMap(([path, bytes]) => {
          const name = PATCH.exec(path)?.[1];
          return name === undefined ? [] : [[name, jsonOf(bytes)]];
        }),
      ),
    });
    if (!isIntact(read, sha256) || read.dataset.id !== dataset.id)
      return { problem: 'revision.json is not what was published: its hash differs.' };
    return { revision: { ...read, state: inOrder(read, dataset) } };
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return { problem: 'revision.json does not hold a revision of Plumbline.' };
    throw error;
  }
}

/** The same state with its keys in the order in which it is made, where it is made the same today. */
function inOrder(read: Revision, dataset: Dataset): Revision['state'] {
  const made = effectiveState(dataset, read.drafts, [...read.carried, ...read.adjustments], read.number);
  return canonicalJson(made) === canonicalJson(read.state) ? made : read.state;
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
}

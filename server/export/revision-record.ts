/** The whole record of a revision, so that it can be imported and is the same again (A6). The states and patches are files of their own. */
import type { Revision } from '../lmi/revision.ts';

export type RevisionRecord = Omit<Revision, 'baseState' | 'state' | 'patches'>;

/**
 * `attributedUntil`: until when those named here agreed to be named; null where nobody is. A copy elsewhere cannot ask them
 * again, so it names them no longer than that (C3).
 */
export function revisionRecord(
  { baseState: _base, state: _state, patches: _patches, ...record }: Revision,
  attributedUntil: string | null,
): RevisionRecord {
  return { ...record, attributedUntil };
}

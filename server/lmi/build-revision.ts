/** Makes the next revision of a dataset release from what staff decided. Pure: the same input gives the same revision, byte for byte. */
import type { Adjustment } from './adjustment.ts';
import { canonicalJson } from './canonical-json.ts';
import { contributing, contributorsOf, isSameRoom } from './contributor.ts';
import type { Contributor } from './contributor.ts';
import type { Dataset } from './dataset.ts';
import { diffLines } from './diff.ts';
import { effectiveState } from './effective.ts';
import { erasedRevision } from './erased-revision.ts';
import { patchBetween } from './patch.ts';
import type { DraftPathway } from './pathway.ts';
import type { Proceedings } from './proceedings.ts';
import { publishedState } from './published-state.ts';
import { REVISION_VERSION } from './revision.ts';
import type { Revision, RevisionWorkshop } from './revision.ts';
import { carriedOver } from './standing-adjustments.ts';
import type { Tallies } from './tallies.ts';

export interface RevisionInput {
  id: string;
  number: number;
  dataset: Dataset;
  /** The latest revision of the same release; one of another release is not a base (A4 replays it first). */
  previous: Revision | null;
  workshop: RevisionWorkshop;
  adjustments: readonly Adjustment[];
  /** Maps this workshop started from, where the dataset has none or another. */
  drafts: readonly DraftPathway[];
  tallies: Tallies;
  proceedings: Proceedings;
  publishedAt: string;
  publishedByRole: string;
  /** SHA-256 of a text, in lower-case hex. */
  sha256: (text: string) => string;
}

/** Throws when `previous` stands on another dataset: that is a mistake of the caller, not of a person. */
export function buildRevision(input: RevisionInput): Revision {
  const { dataset, previous } = input;
  if (previous && previous.dataset.id !== dataset.id) {
    throw new Error(`revision ${previous.id} stands on dataset ${previous.dataset.id}, not on ${dataset.id}`);
  }
  const adjustments = [...input.adjustments].sort((a, b) => (a.id < b.id ? -1 : 1));
  const known = [...(previous ? contributorsOf(previous) : []), speakerOf(input.workshop)];
  const carried = previous
    ? carriedOver(
        [...previous.carried, ...previous.adjustments],
        adjustments,
        sameRoomAs(input.workshop, known),
      )
    : [];
  const drafts = newestDrafts(previous?.drafts ?? [], input.drafts).filter((draft) => !isOf(dataset, draft));
  const baseState = previous ? previous.state : publishedState(dataset);
  const state = effectiveState(dataset, drafts, [...carried, ...adjustments], input.number);
  const frozen = {
    version: REVISION_VERSION as typeof REVISION_VERSION,
    id: input.id,
    number: input.number,
    dataset: { id: dataset.id, title: dataset.title, release: dataset.release, area: dataset.area },
    base: {
      dataset: dataset.id,
      revision: previous ? { id: previous.id, number: previous.number } : null,
    },
    workshop: input.workshop,
    publishedAt: input.publishedAt,
    publishedByRole: input.publishedByRole,
    adjustments,
    carried,
    contributors: contributing(known, [...carried, ...adjustments]),
    drafts,
    baseState,
    state,
    patches: { state: patchBetween(baseState, state, ['dataset', 'release', 'revision']) },
    diff: diffLines(baseState, state, adjustments),
    tallies: input.tallies,
    proceedings: input.proceedings,
  };
  return frozenWith(frozen, input.sha256);
}

/** With the hash of everything that erasure leaves. */
export function frozenWith(frozen: Omit<Revision, 'hash'>, sha256: RevisionInput['sha256']): Revision {
  return { ...frozen, hash: sha256(canonicalJson(erasedRevision(frozen))) };
}

function speakerOf({ id, title, sector, region }: RevisionWorkshop): Contributor {
  return { id, title, sector, region };
}

/** A workshop nobody can tell anything of any more is taken for an earlier one of the same room. */
function sameRoomAs(speaker: RevisionWorkshop, known: readonly Contributor[]): (workshop: string) => boolean {
  return (id) => {
    const other = known.find((each) => each.id === id);
    return other === undefined || isSameRoom(other, speakerOf(speaker));
  };
}

function newestDrafts(earlier: readonly DraftPathway[], newer: readonly DraftPathway[]): DraftPathway[] {
  const replaced = new Set(newer.map(({ occupation }) => occupation));
  return [...earlier.filter(({ occupation }) => !replaced.has(occupation)), ...newer];
}

function isOf(dataset: Dataset, draft: DraftPathway): boolean {
  const own = dataset.pathways.find(({ occupation }) => occupation === draft.occupation);
  return own !== undefined && canonicalJson(own) === canonicalJson(draft);
}

/** Whether a revision still is what was published, personal data or not. */
export function isIntact(whole: Revision, sha256: (text: string) => string): boolean {
  const { hash, ...frozen } = whole;
  return sha256(canonicalJson(erasedRevision(frozen))) === hash;
}

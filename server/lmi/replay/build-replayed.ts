/**
 * Makes the next revision from a replay (A4): what was carried over, kept or changed stands on the new release, numbered after
 * the revision it comes from. Pure: the same input gives the same revision, byte for byte.
 */
import type { Adjustment } from '../adjustment.ts';
import { frozenWith } from '../build-revision.ts';
import { canonicalJson } from '../canonical-json.ts';
import { contributing, contributorsOf } from '../contributor.ts';
import type { Dataset } from '../dataset.ts';
import { effectiveState, isStanding } from '../effective.ts';
import { patchBetween } from '../patch.ts';
import type { DraftPathway } from '../pathway.ts';
import { publishedState } from '../published-state.ts';
import { REVISION_VERSION } from '../revision.ts';
import type { Revision } from '../revision.ts';
import { replayLines } from './replay-lines.ts';
import type { Replayed } from './replayed.ts';
import { settle } from './settle.ts';
import type { Settlement } from './settlement.ts';

export interface ReplayedInput {
  id: string;
  replay: string;
  from: Dataset;
  to: Dataset;
  /** The revision of `from` whose adjustments were replayed. */
  previous: Revision;
  /** The latest revision of `to`, where workshops have met on it already; what stands there goes on standing. */
  beside: Revision | null;
  results: readonly Replayed[];
  settlements: readonly Settlement[];
  publishedAt: string;
  publishedByRole: string;
  sha256: (text: string) => string;
}

/** Throws while a conflict is open: that is a mistake of the caller, who must not offer it. */
export function buildReplayed(input: ReplayedInput): Revision {
  const { from, to, previous, results, settlements } = input;
  const beside = from.id === to.id ? null : input.beside;
  const { standing, open } = settle(results, settlements);
  if (open.length > 0)
    throw new Error(`${open.length} conflicts of the replay ${input.replay} are not settled`);
  const there = beside ? standingIn(beside) : [];
  const ids = new Set(there.map(({ id }) => id));
  const carried = [...there, ...standing.filter(({ id }) => !ids.has(id))].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const drafts = draftsOn(to, from, [...(beside?.drafts ?? []), ...previous.drafts]);
  const number = Math.max(previous.number, beside?.number ?? 0) + 1;
  const baseState = from.id === to.id ? previous.state : (beside?.state ?? publishedState(to));
  const state = effectiveState(to, drafts, carried, number);
  const known = [...contributorsOf(previous), ...(beside ? contributorsOf(beside) : [])];
  return frozenWith(
    {
      version: REVISION_VERSION,
      id: input.id,
      number,
      dataset: { id: to.id, title: to.title, release: to.release, area: to.area },
      base: { dataset: to.id, revision: { id: previous.id, number: previous.number } },
      workshop: null,
      publishedAt: input.publishedAt,
      publishedByRole: input.publishedByRole,
      adjustments: [],
      carried,
      contributors: contributing(known, carried),
      replay: {
        id: input.replay,
        from: {
          dataset: from.id,
          release: from.release,
          revision: { id: previous.id, number: previous.number },
        },
        results: [...results].sort((a, b) => (a.adjustment.id < b.adjustment.id ? -1 : 1)),
        settlements: [...settlements].sort((a, b) => (a.adjustment < b.adjustment ? -1 : 1)),
      },
      drafts,
      baseState,
      state,
      patches: { state: patchBetween(baseState, state, ['dataset', 'release', 'revision']) },
      diff: replayLines(results, settlements, previous.state, state),
      tallies: { critical: [], gaps: [], preferences: [], steps: [], transitions: [], choices: [] },
      proceedings: null,
    },
    input.sha256,
  );
}

export function standingIn({
  carried,
  adjustments,
}: Pick<Revision, 'carried' | 'adjustments'>): Adjustment[] {
  return [...carried, ...adjustments].filter(isStanding);
}

/** Maps the workshops brought stand on, unless the new release draws that pathway anew; of two for one occupation, the first. */
function draftsOn(to: Dataset, from: Dataset, drafts: readonly DraftPathway[]): DraftPathway[] {
  const of = ({ pathways }: Dataset, code: string) =>
    canonicalJson(pathways.find(({ occupation }) => occupation === code) ?? null);
  return drafts.filter(
    ({ occupation }, index) =>
      of(from, occupation) === of(to, occupation) &&
      drafts.findIndex((each) => each.occupation === occupation) === index,
  );
}

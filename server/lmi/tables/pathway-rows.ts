/** Rows of pathways: drafted items as drafted (A1), then what the room added, then what it only proposed. */
import type { PathwayState, StepState, TransitionState } from '../effective-state.ts';
import type { DraftPathway, Step, Transition } from '../pathway.ts';
import type { StepRow, Tallies, TransitionRow } from '../tallies.ts';
import { byKey, own } from '../own.ts';
import type { BundleContent } from './bundle-content.ts';
import type { Row } from './table.ts';

export function pathwayRows({ dataset, state, tallies }: BundleContent): Row[] {
  const drafts = dataset.pathways.map((draft) => ({
    occupation_code: draft.occupation,
    pathway_id: draft.id,
    title: draft.title,
    note: draft.note,
  }));
  const drafted = new Set(dataset.pathways.map(({ occupation }) => occupation));
  const voted = [...tallies.steps, ...tallies.transitions].map(({ pathway }) => pathway);
  const others = [...new Set([...Object.keys(state.pathways).sort(), ...voted])].filter(
    (code) => !drafted.has(code),
  );
  return [
    ...drafts,
    ...others.map((code) => ({
      occupation_code: code,
      pathway_id: null,
      title: own(state.pathways, code)?.title ?? own(state.occupations, code)?.title ?? code,
      note: '',
    })),
  ];
}

export function stepRows(content: BundleContent): Row[] {
  return itemsOf(content, 'steps', content.tallies.steps).map(({ pathway, id, drafted, item, vote }) => {
    const { kind, label, code, side, level, row } = (drafted ?? item ?? vote) as Step;
    return {
      occupation_code: pathway,
      step_id: id,
      kind,
      label,
      code,
      side,
      level,
      row,
      adjusted_label: beside(item?.adjusted['label'], item?.label, label),
      adjusted_level: beside(item?.adjusted['level'], item?.level, level),
      ...standingCells(drafted !== null, item, vote),
    };
  });
}

export function transitionRows(content: BundleContent): Row[] {
  return itemsOf(content, 'transitions', content.tallies.transitions).map(
    ({ pathway, id, drafted, item, vote }) => {
      const { from, to, kind, months } = (drafted ?? item ?? vote) as Transition;
      return {
        occupation_code: pathway,
        transition_id: id,
        from_step_id: from,
        to_step_id: to,
        kind,
        months,
        adjusted_kind: beside(item?.adjusted['kind'], item?.kind, kind),
        adjusted_months: beside(item?.adjusted['months'], item?.months, months),
        ...standingCells(drafted !== null, item, vote),
      };
    },
  );
}

/** What the room says where it differs from what is in the row: by an adjustment, or by the workshop's own draft. */
function beside(
  adjusted: string | undefined,
  now: string | number | null | undefined,
  drafted: string | number | null,
): string | null {
  if (adjusted !== undefined) return adjusted;
  return now === undefined || now === null || now === drafted ? null : String(now);
}

interface Found<Part extends 'steps' | 'transitions'> {
  pathway: string;
  id: string;
  /** As the dataset drafted it. */
  drafted: DraftPathway[Part][number] | null;
  item: PathwayState[Part][string] | null;
  vote: Tallies[Part][number] | null;
}

/** Items of the dataset's draft in its order, then others of the state, then those only the tallies know. */
function itemsOf<Part extends 'steps' | 'transitions'>(
  { dataset, state }: BundleContent,
  part: Part,
  votes: readonly Tallies[Part][number][],
): Found<Part>[] {
  const found = new Map<string, Found<Part>>();
  const at = (pathway: string, id: string): Found<Part> => {
    const key = JSON.stringify([pathway, id]);
    const known = found.get(key) ?? { pathway, id, drafted: null, item: null, vote: null };
    found.set(key, known);
    return known;
  };
  for (const { occupation, [part]: items } of dataset.pathways) {
    for (const drafted of items) at(occupation, drafted.id).drafted = drafted;
  }
  for (const [pathway, { [part]: items }] of byKey(state.pathways)) {
    for (const [id, item] of byKey(items as Record<string, PathwayState[Part][string]>))
      at(pathway, id).item = item;
  }
  for (const vote of votes) at(vote.pathway, vote.id).vote = vote;
  return [...found.values()];
}

function standingCells(
  isDrafted: boolean,
  item: StepState | TransitionState | null,
  vote: StepRow | TransitionRow | null,
): Row {
  return {
    origin: isDrafted ? 'draft' : item && item.presence !== 'added' ? 'workshop' : 'room',
    presence: item?.presence ?? (isDrafted ? 'replaced' : 'proposed'),
    validation: item?.validation ?? null,
    verdict: vote?.verdict ?? null,
    n_agree: vote?.agree ?? null,
    n_disagree: vote?.disagree ?? null,
    n_cannot_say: vote?.cannotSay ?? null,
    round: vote?.round ?? null,
    question: vote?.question ?? null,
    presence_adjustment_id: item?.adjustments['presence'] ?? null,
    validation_adjustment_id: item?.adjustments['validation'] ?? null,
  };
}

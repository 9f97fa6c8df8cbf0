/** The map against its draft: what was added, removed, changed, and how each item stands after validation (V2). */
import { competitionWarning } from '../../../src/lib/protocol/competition.ts';
import type { Adjustment, AdjustmentKind } from '../../lmi/adjustment.ts';
import { percentWords } from '../../lmi/percent.ts';
import { focusOccupations, titleOf } from '../options.ts';
import { standingTransitions, transitionLabel } from '../pathway-map.ts';
import { askedIn, evidenceOf, proposal } from './evidence.ts';
import type { Tally } from './evidence.ts';
import { isStopped, phaseOf, placeOfPhase, roundOf } from '../phases.ts';
import type { MapStep, MapTransition, PathwayMap, WorkshopState } from '../state.ts';
import { standing } from '../tally/validation.ts';
import type { ValidationTally } from '../tally/validation.ts';

interface Item {
  kind: Extract<AdjustmentKind, 'step' | 'transition'>;
  pathway: string;
  id: string;
  label: string;
  detail: Adjustment['detail'];
}
const NOBODY: Tally = { answers: 0, firms: 0, agree: 0, disagree: 0, cannotSay: 0 };

export function mapProposals(state: WorkshopState): Adjustment[] {
  const verdicts = standing(state, true);
  return focusOccupations(state).flatMap((pathway) => {
    const map = state.maps[pathway];
    const touched = map ? changesOf(state, map) : [];
    return [...touched, ...validations(state, pathway, verdicts)];
  });
}

function changesOf(state: WorkshopState, map: PathwayMap): Adjustment[] {
  const place = placeOfPhase(state, 'map') ?? placeOfPhase(state, 'order');
  if (!place || isStopped(state, place)) return [];
  const phase = phaseOf(state, place);
  const asked = askedIn(state, { ...place, round: roundOf(phase), number: phase.round });
  const change = (
    item: Item,
    measure: string,
    publishedValue: string | null,
    proposedValue: string | null,
    line: string,
  ): Adjustment =>
    proposal(state, {
      kind: item.kind,
      target: `${item.pathway}/${item.id}`,
      title: `${item.label}, ${titleOf(state, item.pathway)}`,
      measure,
      publishedValue,
      proposedValue,
      detail: item.detail,
      evidence: evidenceOf(state, asked, NOBODY, 'drawn by the room with the facilitator', null, [line]),
    });
  return [
    ...Object.values(map.steps).flatMap((step) => stepChanges(map, step, change)),
    ...Object.values(map.transitions).flatMap((transition) => transitionChanges(map, transition, change)),
  ];
}

type Change = (
  item: Item,
  measure: string,
  publishedValue: string | null,
  proposedValue: string | null,
  line: string,
) => Adjustment;
const originLine = (origin: string): string =>
  origin === 'room' ? 'Brought by the facilitator for the room.' : 'Proposed from a phone and accepted.';

function stepChanges(map: PathwayMap, step: MapStep, change: Change): Adjustment[] {
  const { kind, label, code, side, level, row, draft } = step;
  const item: Item = {
    kind: 'step',
    pathway: map.occupation,
    id: step.id,
    label,
    detail: { kind, label, code, side, level, row },
  };
  if (!draft && step.origin !== 'draft')
    return step.removed ? [] : [change(item, 'presence', null, 'added', originLine(step.origin))];
  if (step.removed) return [change(item, 'presence', 'drafted', 'removed', 'Taken off the map by the room.')];
  if (!draft) return [];
  const renamed =
    draft.label === label ? [] : [change(item, 'label', draft.label, label, 'Renamed by the room.')];
  const moved =
    draft.level === level
      ? []
      : [
          change(
            item,
            'level',
            String(draft.level),
            String(level),
            map.adopted ? 'By the room’s median order.' : 'Moved on the map.',
          ),
        ];
  return [...renamed, ...moved];
}

function transitionChanges(map: PathwayMap, transition: MapTransition, change: Change): Adjustment[] {
  const { from, to, kind, months, draft } = transition;
  const item: Item = {
    kind: 'transition',
    pathway: map.occupation,
    id: transition.id,
    label: transitionLabel(map, transition),
    detail: { from, to, kind, months },
  };
  const stands = standingTransitions(map).includes(transition);
  if (!draft && transition.origin !== 'draft')
    return stands ? [change(item, 'presence', null, 'added', originLine(transition.origin))] : [];
  if (!stands) return [change(item, 'presence', 'drafted', 'removed', 'Taken off the map by the room.')];
  if (!draft) return [];
  const otherKind =
    draft.kind === kind ? [] : [change(item, 'kind', draft.kind, kind, 'Changed on the map.')];
  const otherTime =
    draft.months === months
      ? []
      : [
          change(
            item,
            'months',
            draft.months === null ? null : String(draft.months),
            months === null ? null : String(months),
            'Typical time changed on the map.',
          ),
        ];
  return [...otherKind, ...otherTime];
}

function validations(
  state: WorkshopState,
  pathway: string,
  verdicts: ReadonlyMap<string, ValidationTally>,
): Adjustment[] {
  const place = placeOfPhase(state, 'vote');
  if (!place || isStopped(state, place)) return [];
  const phase = phaseOf(state, place);
  return [...verdicts.values()]
    .filter((tally) => tally.pathway === pathway)
    .map((tally) => {
      const asked = askedIn(state, { ...place, round: roundOf(phase, tally.round), number: tally.round });
      const share =
        tally.share === null
          ? 'No firm had an opinion.'
          : `${percentWords(tally.share)} of ${tally.agree + tally.disagree} firms with an opinion agree.`;
      const reasons = tally.reasons
        .filter((reason) => competitionWarning(reason) === null)
        .map((reason) => `“${reason}”`);
      return proposal(state, {
        kind: tally.of,
        target: `${pathway}/${tally.target}`,
        title: `${tally.label}, ${titleOf(state, pathway)}`,
        measure: 'validation',
        proposedValue: tally.verdict,
        evidence: evidenceOf(
          state,
          asked,
          {
            answers: tally.people,
            firms: tally.agree + tally.disagree + tally.cannotSay,
            agree: tally.agree,
            disagree: tally.disagree,
            cannotSay: tally.cannotSay,
          },
          'share of firms with an opinion',
          asked.rule.threshold,
          [share, ...(tally.dissent ? ['Dissent recorded.'] : []), ...reasons],
        ),
        detail: { dissent: tally.dissent, share: tally.share },
      });
    });
}

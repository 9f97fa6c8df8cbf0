/** What one decided adjustment does to the id-keyed state of occupations and preferences; steps and transitions are in `map-effect.ts`. */
import { splitTarget } from './adjustment-target.ts';
import type { Adjustment } from './adjustment.ts';
import type { EffectiveState, OccupationState } from './effective-state.ts';
import { bareOccupation } from './published-state.ts';
import { own } from './own.ts';

const DIRECTIONS = new Set(['about_right', 'too_low', 'too_high', 'no_majority']);

/** The value that stands: what staff decided, else what the room proposed. */
export function standingValue(adjustment: Adjustment): string | null {
  return adjustment.decidedValue ?? adjustment.proposedValue;
}

export function detailText(adjustment: Adjustment, key: string): string | null {
  const value = adjustment.detail[key];
  return typeof value === 'string' ? value : null;
}

export function detailNumber(adjustment: Adjustment, key: string): number | null {
  const value = adjustment.detail[key];
  return typeof value === 'number' ? value : null;
}

export function whole(text: string | null): number | null {
  return text !== null && /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;
}

/** Changes `state`, which must be the caller's own copy. */
export function applyToOccupation(state: EffectiveState, adjustment: Adjustment): void {
  const { occupation: code, id } = splitTarget(adjustment.target);
  const value = standingValue(adjustment);
  switch (adjustment.kind) {
    case 'figure':
      return applyToFigure(own(state.occupations, code), adjustment);
    case 'critical':
      occupationOf(state, code, adjustment).critical = {
        rank: whole(value),
        firms: adjustment.evidence.nAgree,
        round: adjustment.evidence.round,
        adjustment: adjustment.id,
      };
      return;
    case 'category':
      occupationOf(state, code, adjustment).category =
        value === null
          ? null
          : { title: value, firms: adjustment.evidence.nAgree, adjustment: adjustment.id };
      return;
    case 'gap':
      occupationOf(state, code, adjustment).gaps[id] = {
        label: detailText(adjustment, 'label') ?? adjustment.title,
        frequency: detailNumber(adjustment, 'frequency'),
        dayOne: detailNumber(adjustment, 'dayOne'),
        rank: whole(value) ?? detailNumber(adjustment, 'rank'),
        firms: adjustment.evidence.nFirms,
        decided: adjustment.status === 'modified' ? adjustment.decidedValue : null,
        adjustment: adjustment.id,
      };
      return;
    case 'preference':
      state.preferences[adjustment.target] = {
        kind: detailText(adjustment, 'kind') ?? 'program',
        label: detailText(adjustment, 'label') ?? adjustment.title,
        firms: adjustment.evidence.nAgree,
        decided: adjustment.status === 'modified' ? adjustment.decidedValue : null,
        adjustment: adjustment.id,
      };
      return;
    case 'step':
    case 'transition':
  }
}

function applyToFigure(occupation: OccupationState | undefined, adjustment: Adjustment): void {
  const figure =
    adjustment.observation === null ? undefined : own(occupation?.figures, adjustment.observation);
  if (!figure) return;
  const value = standingValue(adjustment);
  const isDirection = value !== null && DIRECTIONS.has(value);
  figure.direction = isDirection ? value : detailText(adjustment, 'direction');
  figure.adjusted = isDirection ? null : value;
  figure.adjustment = adjustment.id;
}

function occupationOf(state: EffectiveState, code: string, adjustment: Adjustment): OccupationState {
  const known = own(state.occupations, code);
  if (known) return known;
  const beside = bareOccupation(detailText(adjustment, 'occupation') ?? adjustment.title);
  state.occupations[code] = beside;
  return beside;
}

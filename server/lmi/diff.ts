/** What a revision changes, in sentences a person can read (A3). A number of firms never stands without the number asked (V3). */
import * as z from 'zod';
import { standingValue } from './adjustment-effect.ts';
import { splitTarget } from './adjustment-target.ts';
import { adjustmentKind } from './adjustment.ts';
import type { Adjustment } from './adjustment.ts';
import { figureSentence } from './diff-figure.ts';
import { firmsPhrase, itemWords } from './diff-words.ts';
import { isStanding } from './effective.ts';
import type { EffectiveState } from './effective-state.ts';
import { own } from './own.ts';

export const diffLine = z.strictObject({
  kind: adjustmentKind,
  target: z.string(),
  /** The adjustment behind it; null for what lapsed without one. */
  adjustment: z.string().nullable(),
  text: z.string(),
});
export type DiffLine = z.infer<typeof diffLine>;

/** One line for each standing adjustment that is new since the base, and for each critical occupation that lapsed. */
export function diffLines(
  base: EffectiveState,
  state: EffectiveState,
  adjustments: readonly Adjustment[],
): DiffLine[] {
  const kinds = adjustmentKind.options;
  const lines = adjustments
    .filter(isStanding)
    .map((adjustment) => ({
      kind: adjustment.kind,
      target: adjustment.target,
      adjustment: adjustment.id,
      text: sentence(adjustment, state),
    }))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(a.adjustment, b.adjustment));
  return [...lines, ...lapsed(base, state)];
}

function sentence(adjustment: Adjustment, state: EffectiveState): string {
  const { occupation, id } = splitTarget(adjustment.target);
  const title = own(state.occupations, occupation)?.title ?? occupation;
  const value = standingValue(adjustment);
  const firms = firmsPhrase(adjustment);
  const decided =
    adjustment.status === 'modified' ? `, decided at review as "${adjustment.decidedValue ?? ''}"` : '';
  switch (adjustment.kind) {
    case 'figure':
      return figureSentence(adjustment, title, state);
    case 'critical':
      return `${title}: critical${value === null ? '' : `, rank ${value}`} (chosen by ${firms})`;
    case 'category':
      return `${title}: placed in "${value ?? 'no category'}" (${firms})`;
    case 'gap': {
      const gap = own(own(state.occupations, occupation)?.gaps, id);
      return `${title}: entrants lack "${gap?.label ?? adjustment.title}"${gap?.rank ? `, rank ${gap.rank}` : ''} (${firms})${decided}`;
    }
    case 'step':
    case 'transition':
      return `${title}, pathway: ${itemWords(adjustment, state)} (${firms})`;
    case 'preference':
      return `Preferred: ${own(state.preferences, adjustment.target)?.label ?? adjustment.title} (${firms})${decided}`;
  }
}

function lapsed(base: EffectiveState, state: EffectiveState): DiffLine[] {
  return Object.entries(base.occupations)
    .filter(([code, { critical }]) => critical && !own(state.occupations, code)?.critical)
    .map(([code, { title }]) => ({
      kind: 'critical' as const,
      target: code,
      adjustment: null,
      text: `${title}: no longer among the critical occupations, as of revision ${state.revision}`,
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Adjustment } from './types.ts';

export const adjustmentKinds: readonly Adjustment['kind'][] = [
  'figure',
  'critical',
  'category',
  'gap',
  'step',
  'transition',
  'preference',
];

import type { EntryKind } from '#lib/protocol/entries.ts';
import type { PhaseName } from '#lib/protocol/guide.ts';

/** The kinds of entries a facilitator moderates in each phase. */
export const MODERATED: Partial<Record<PhaseName, readonly EntryKind[]>> = {
  nominate: ['nomination'],
  choose: ['nomination'],
  ties: ['nomination'],
  group: ['category'],
  tap: ['comment', 'theme'],
  rate: ['gap'],
  tell: ['program', 'talent', 'practice'],
};

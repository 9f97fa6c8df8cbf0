import type { Stage } from '#lib/protocol/roles.ts';

/** The life of a workshop. */
export const stageOrder: readonly Stage[] = ['draft', 'open', 'running', 'closed', 'review', 'published'];

import * as z from 'zod';

/** Who may ask. `staff` never sits in the room; `door` is the join page acting for a person who has no seat yet. */
export const role = z.enum(['staff', 'facilitator', 'employer', 'observer', 'screen', 'door']);
export type Role = z.infer<typeof role>;

/** The three faces a socket can ask for; the seat decides what it gets. */
export const face = z.enum(['console', 'screen', 'phone']);
export type Face = z.infer<typeof face>;

/** Life of a workshop. */
export const stage = z.enum(['draft', 'open', 'running', 'closed', 'review', 'published']);
export type Stage = z.infer<typeof stage>;

/** Which phases an activity has. Without a schema, so that a page can know it and load none: compiling one is against its policy (S6). */
import type { ActivityKind, PhaseName } from './guide.ts';

/** The phases of each kind, in the order the room goes through them. `ties` is passed over when nothing is tied. */
export const PHASES: Record<ActivityKind, readonly PhaseName[]> = {
  welcome: ['join'],
  figures: ['mark'],
  critical: ['nominate', 'choose', 'ties'],
  category: ['group'],
  reason: ['tap'],
  gap: ['rate'],
  pathway: ['order', 'map'],
  validation: ['vote'],
  preference: ['tell'],
  commitment: ['offer'],
  close: ['survey'],
};

/** `${activityId}:${phase}` */
export type PhaseKey = string;
export const phaseKey = (activityId: string, phase: PhaseName): PhaseKey => `${activityId}:${phase}`;

/** Commands of a person in the room. Who is asking comes from the seat, never from the payload. */
import * as z from 'zod';
import { answer, optionId } from '../answers.ts';
import { consent, profile } from '../people.ts';
import { employerEntryKind, entryLabel } from '../entries.ts';
import { mapChange } from '../map-change.ts';

/** A ballot belongs to a phase and its round: one that arrives after the round has moved on is refused, not counted there. */
const at = { activity: z.string().min(1).max(40), round: z.number().int().min(1).max(50) };

export const answerSet = z.strictObject({ type: z.literal('answer.set'), ...at, answer });
export const answerClear = z.strictObject({
  type: z.literal('answer.clear'),
  ...at,
  question: z.string().min(1).max(300),
});
/** "I have finished", or "not yet after all". */
export const answerFinish = z.strictObject({
  type: z.literal('answer.finish'),
  ...at,
  finished: z.boolean(),
});

/** The entry takes the command's id. `occupation`: what it is about; `code`: a nomination's occupation, a gap's known skill, a program's id. */
export const entryAdd = z.strictObject({
  type: z.literal('entry.add'),
  activity: z.string().min(1).max(40),
  kind: employerEntryKind,
  occupation: optionId.nullable(),
  code: z.string().max(60).nullable(),
  label: entryLabel,
});
/** Takes back one's own entry while nobody has built on it. */
export const entryWithdraw = z.strictObject({
  type: z.literal('entry.withdraw'),
  entry: z.string().min(1).max(100),
});
export const mapPropose = z.strictObject({
  type: z.literal('map.propose'),
  activity: z.string().min(1).max(40),
  pathway: optionId,
  change: mapChange,
});

export const profileUpdate = z.strictObject({
  type: z.literal('profile.update'),
  profile: profile.omit({ role: true }),
});
export const consentSet = z.strictObject({ type: z.literal('consent.set'), consent });
/** Acknowledges the competition ground rules; stamped by the server. */
export const groundRulesAcknowledge = z.strictObject({ type: z.literal('ground-rules.acknowledge') });

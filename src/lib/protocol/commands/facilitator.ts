/** Commands of the facilitator and co-facilitators. */
import * as z from 'zod';
import { answer, optionId } from '../answers.ts';
import { profile } from '../people.ts';
import { entryLabel } from '../entries.ts';
import { mapChange } from '../map-change.ts';
import { phaseName } from '../guide.ts';
import { typedText } from '../typed-text.ts';

const id = z.string().min(1).max(100);
const activity = z.string().min(1).max(40);
/** What the facilitator saw when the key was pressed: two hands pressing Next at once move the room once. */
const at = { activity, phase: phaseName };

export const facilitatorCommands = [
  z.strictObject({ type: z.literal('phase.open'), ...at }),
  z.strictObject({ type: z.literal('phase.close'), ...at }),
  z.strictObject({ type: z.literal('phase.reveal'), ...at }),
  z.strictObject({ type: z.literal('phase.reopen'), ...at }),
  /** Another round: the answers so far are kept as a round of their own, the contested items are asked again. */
  z.strictObject({ type: z.literal('phase.round'), ...at }),
  z.strictObject({ type: z.literal('phase.extend'), ...at, minutes: z.number().int().min(1).max(60) }),
  z.strictObject({ type: z.literal('guide.next'), ...at }),
  z.strictObject({ type: z.literal('guide.back'), ...at }),
  z.strictObject({ type: z.literal('guide.go'), activity, phase: phaseName }),

  z.strictObject({ type: z.literal('room.lock'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('room.undo'), undo: id }),
  z.strictObject({ type: z.literal('room.nudge') }),
  z.strictObject({
    type: z.literal('spotlight.set'),
    target: z.strictObject({ kind: z.enum(['occupation', 'entry', 'step', 'transition']), id }).nullable(),
  }),
  z.strictObject({ type: z.literal('topic.stop'), reason: typedText().max(280) }),
  z.strictObject({ type: z.literal('topic.resume') }),
  z.strictObject({
    type: z.literal('note.add'),
    text: typedText().min(1).max(2000),
    decision: z.boolean(),
  }),
  z.strictObject({ type: z.literal('note.edit'), note: id, text: typedText().min(1).max(2000) }),

  z.strictObject({ type: z.literal('entry.hide'), entry: id, hidden: z.boolean() }),
  /** Lets an entry that was held for a competition warning be shown. */
  z.strictObject({ type: z.literal('entry.release'), entry: id }),
  z.strictObject({ type: z.literal('entry.merge'), entries: z.array(id).min(1).max(30), into: id }),
  z.strictObject({ type: z.literal('entry.rename'), entry: id, label: entryLabel }),
  /** Ties a write-in nomination to an occupation of the code list. */
  z.strictObject({ type: z.literal('entry.match'), entry: id, code: z.string().min(1).max(60) }),
  z.strictObject({ type: z.literal('entry.theme'), entry: id, theme: id.nullable() }),
  z.strictObject({
    type: z.literal('entry.create'),
    activity,
    kind: z.enum(['nomination', 'gap', 'theme', 'program', 'talent', 'practice', 'category']),
    occupation: optionId.nullable(),
    code: z.string().max(60).nullable(),
    label: entryLabel,
  }),
  z.strictObject({ type: z.literal('category.place'), occupation: optionId, category: id }),

  z.strictObject({ type: z.literal('map.change'), pathway: optionId, change: mapChange }),
  /** Takes the room's aggregate order of one pathway onto the map. */
  z.strictObject({ type: z.literal('map.adopt'), pathway: optionId }),
  z.strictObject({ type: z.literal('proposal.settle'), proposal: id, accepted: z.boolean() }),

  /** A person without a phone. */
  z.strictObject({ type: z.literal('participant.add'), profile }),
  /** Says that two participants are the same person; the answers of `into` stand where both answered. */
  z.strictObject({ type: z.literal('participant.merge'), from: id, into: id }),
  z.strictObject({
    type: z.literal('participant.role'),
    participant: id,
    role: z.enum(['employer', 'observer']),
  }),
  /** Corrects which firm a person belongs to: an existing firm's id, or a new firm of this name. */
  z.strictObject({
    type: z.literal('participant.firm'),
    participant: id,
    firm: id.nullable(),
    organisation: typedText().min(1).max(120).nullable(),
  }),
  z.strictObject({ type: z.literal('firm.merge'), from: id, into: id }),
  /** A paper answer for someone without a phone. */
  z.strictObject({
    type: z.literal('answer.paper'),
    participant: id,
    activity,
    round: z.number().int().min(1).max(50),
    answer,
  }),

  z.strictObject({ type: z.literal('seat.handover'), seat: id }),
  z.strictObject({ type: z.literal('seat.revoke'), seat: id }),
  z.strictObject({ type: z.literal('workshop.close') }),
] as const;

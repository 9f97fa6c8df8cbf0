/** Every command there is. What a socket may send is `roomCommand`; `internalCommand` comes only from pages and the server. */
import * as z from 'zod';
import {
  answerClear,
  answerFinish,
  answerSet,
  consentSet,
  entryAdd,
  entryWithdraw,
  groundRulesAcknowledge,
  mapPropose,
  profileUpdate,
} from './employer.ts';
import { facilitatorCommands } from './facilitator.ts';
import { staffCommands } from './staff.ts';

export const roomCommand = z.discriminatedUnion('type', [
  answerSet,
  answerClear,
  answerFinish,
  entryAdd,
  entryWithdraw,
  mapPropose,
  profileUpdate,
  consentSet,
  groundRulesAcknowledge,
  ...facilitatorCommands,
]);
export type RoomCommand = z.infer<typeof roomCommand>;

export const internalCommand = z.discriminatedUnion('type', [...staffCommands]);
export type InternalCommand = z.infer<typeof internalCommand>;

export type Command = RoomCommand | InternalCommand;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** What travels: the command with the id its sender made (R3). */
export const envelope = z.strictObject({ id: z.uuid(), command: roomCommand });
export type Envelope = z.infer<typeof envelope>;

/** Entries: what people add to the room's lists, beside the answers they give. */
import * as z from 'zod';
import { typedText } from './typed-text.ts';

export const entryKind = z.enum([
  'nomination',
  'gap',
  'comment',
  'theme',
  'program',
  'talent',
  'practice',
  'category',
]);
export type EntryKind = z.infer<typeof entryKind>;

/** Kinds an employer may add while the phase that asks for them is open. */
export const employerEntryKind = z.enum(['nomination', 'gap', 'comment', 'program', 'talent', 'practice']);

export const entryLabel = typedText().min(1).max(200);

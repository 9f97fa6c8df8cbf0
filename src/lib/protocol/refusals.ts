/** The closed catalogue of refusals: a code for programs, a sentence a person can act on. A refusal is an answer, never silence. */
import * as z from 'zod';

export const REFUSALS = {
  bad_command:
    'This page sent something the room does not understand. Reload the page; what you typed is kept.',
  not_allowed: 'Your seat in this room does not allow that.',
  wrong_stage: 'The workshop is not at the stage where that is possible.',
  not_open: 'The room is not taking answers to this question now. Wait until the facilitator opens it.',
  moved_on: 'The room has moved on to another question or round. What is open now is on your screen.',
  already_moved:
    'Somebody else has just done that. Look at the room as it stands now and press again if you still want to.',
  ground_rules_first: 'Please read and accept the ground rules first.',
  ballot_count: 'Choose as many as the question asks for, each one only once.',
  estimate_unfit:
    'An estimate has to be a number this figure could be: a level takes none, a share is at most 100.',
  unknown_option: 'One of the things chosen is no longer in the room. Look at the list again.',
  not_found: 'That is no longer there. Somebody may have merged or removed it.',
  not_yours: 'You can take back only what you added yourself.',
  in_use: 'Others have already built on this; the facilitator can hide or merge it.',
  duplicate: 'That is already on the list.',
  list_full: 'The list is full. Ask the facilitator to merge some entries first.',
  room_locked: 'The room is locked: nobody new can join. Ask the facilitator to unlock it.',
  topic_stopped: 'The facilitator has stopped this topic. Nothing is taken until it is resumed.',
  nothing_to_undo: 'There is nothing to undo, or it has been undone already.',
  nothing_to_reveal: 'Close the question first, then reveal what the room said.',
  setup_incomplete:
    'Something is missing before this workshop can open: it needs a title, a short-list of 8 to 20 occupations and a guide.',
  rationale_needed: 'Say in a sentence why: a rejected or modified adjustment needs a rationale.',
  value_needed: 'A modified adjustment needs the value decided instead.',
  link_used: 'This link has been used, or is not valid any more. Ask for a new one.',
  id_reused: 'The same command number came twice with different content. Reload the page.',
  too_fast: 'That was too many at once. It is kept and will be sent again in a moment.',
  reload: 'This page is older than the server. Reload it; what was not sent yet is kept.',
  unavailable:
    'The server cannot store anything just now, and nothing was changed. What was said in a room is kept on that device and sent again.',
  internal: 'Something went wrong on the server. It is written down; please try again.',
} as const;

export const refusalCode = z.enum(
  Object.keys(REFUSALS) as [keyof typeof REFUSALS, ...(keyof typeof REFUSALS)[]],
);
export type RefusalCode = keyof typeof REFUSALS;

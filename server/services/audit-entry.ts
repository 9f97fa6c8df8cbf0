/** One thing staff did: when, who, what, on what. Never a secret, never a word an employer typed. */
import * as z from 'zod';

export const auditEntry = z.strictObject({
  at: z.number(),
  who: z.strictObject({ id: z.string().nullable(), name: z.string() }),
  what: z.enum([
    'sign_in',
    'sign_in_refused',
    'sign_out',
    'sign_in_ended',
    'link_made',
    'account_made',
    'account_closed',
    'password_set',
    'password_removed',
    'dataset_imported',
    'mapping_saved',
    'mapping_renamed',
    'mapping_removed',
    'workshop_created',
    'workshop_changed',
    'workshop_opened',
    'workshop_closed',
    'workshop_reviewed',
    'workshop_discarded',
    'rehearsal_started',
    'room_link_made',
    'template_saved',
    'template_removed',
    'decision',
    'published',
    'replay_started',
    'replay_settled',
    'replay_discarded',
    'erased',
    'comment_shown',
    'comment_hidden',
    'comment_erased',
  ]),
  /** An id that can be looked up, and staff's own words for it. */
  on: z
    .strictObject({
      kind: z.enum([
        'account',
        'dataset',
        'workshop',
        'revision',
        'replay',
        'template',
        'comment',
        'mapping',
      ]),
      id: z.string(),
      title: z.string(),
    })
    .nullable(),
  more: z.string().nullable(),
  /** The adjustments a decision was about. */
  items: z.array(z.string()),
});
export type AuditEntry = z.infer<typeof auditEntry>;

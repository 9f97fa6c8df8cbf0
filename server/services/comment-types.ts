/** What the pages may ask about comments. Types only. */
import type { StaffSession } from './staff-types.ts';

/** As anyone reads it: only what staff have let through. */
export interface ShownComment {
  id: string;
  organisation: string;
  text: string;
  /** Day on which it was sent. */
  sentOn: string;
  /** The figure it is about, as it stood. */
  figure: { id: string; label: string; published: string } | null;
}

export interface CommentForStaff extends ShownComment {
  occupation: { code: string; title: string };
  at: number;
  status: 'waiting' | 'shown' | 'hidden';
  /** Words that name pay or an agreement not to hire (C2). */
  warning: 'money' | 'no_hire' | null;
  /** From when on it is erased (C5). */
  until: number;
}

export interface CommentDraft {
  occupation: string;
  figure: string | null;
  organisation: string;
  text: string;
  /** The field no person sees. */
  trap: string;
  /** From the form: when it was opened, signed. */
  ticket: string;
  /** The author has read the warning about pay and sends it all the same. */
  isWarned: boolean;
}

export type CommentRefusal = {
  message: string;
  field: 'organisation' | 'text' | null;
  /** Sent once more it is taken (C2). */
  isWarning: boolean;
};

export interface Comments {
  /** Signs the time at which a form was opened: what comes back too soon was not typed. */
  ticket(): string;
  send(draft: CommentDraft, address: string): Promise<CommentRefusal | null>;
  shown(occupation: string): Promise<ShownComment[]>;
  /** Newest first, waiting ones before the others. */
  list(): Promise<CommentForStaff[]>;
  moderate(id: string, status: 'shown' | 'hidden', by: StaffSession): Promise<boolean>;
  /** C5: at the request of who sent it. Nothing of it stays. */
  erase(id: string, by: StaffSession): Promise<boolean>;
  /** What has run out; how many. */
  eraseDue(): Promise<number>;
}

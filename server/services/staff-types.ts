/** What the pages may ask about staff: who they are, what they did, what is kept of the people in the rooms. Types only. */
import type { AuditEntry } from './audit-entry.ts';
import type { ErasureCounts, ErasureReport } from './erasure-report.ts';

export interface StaffSession {
  /** Who acted, as the journal keeps it: the account, or the sign-in while it has no name. */
  id: string;
  name: string;
  /** null while nobody has said who came in by the link. */
  account?: string | null;
  /** This sign-in, in the list of sign-ins. */
  signIn?: string;
}

export interface StaffAccount {
  id: string;
  name: string;
  hasPassword: boolean;
  createdAt: number;
  lastSignInAt: number | null;
  /** Closed accounts stay in the list, so that their name in a decision can be told. */
  isClosed: boolean;
}

export interface StaffSignIn {
  id: string;
  account: string | null;
  name: string;
  since: number;
  until: number;
  by: 'link' | 'password';
}

export type Refused = { message: string };

/** Staff come in by a one-time link or a password; the cookie's token is kept as a hash only. */
export interface StaffAccess {
  /** A new one-time link's secret: for an account, for a new colleague of this name, or for whoever opens it. */
  offerLink(to?: { name: string } | { account: string }, by?: StaffSession): Promise<string>;
  /** Exchanges the secret once for a session token; null when it was used or never was. */
  exchange(secret: string): Promise<string | null>;
  signIn(name: string, password: string): Promise<{ token: string } | Refused>;
  session(token: string | undefined): Promise<StaffSession | null>;
  signOut(token: string): Promise<void>;
  /** Who came in by an unnamed link says once who it is. */
  takeName(session: StaffSession, name: string): Promise<Refused | null>;
  /** `next` null takes the password away; only one's own, and with the present one where there is one. */
  setPassword(session: StaffSession, next: string | null, present: string): Promise<Refused | null>;
  accounts(): StaffAccount[];
  signIns(): StaffSignIn[];
  endSignIn(id: string, by: StaffSession): Promise<void>;
  /** Ends its sign-ins and links; its name stays with what it decided. */
  closeAccount(id: string, by: StaffSession): Promise<Refused | null>;
}

export interface AuditFilter {
  what?: string;
  who?: string;
  text?: string;
}

export interface StaffAudit {
  record(entry: Omit<AuditEntry, 'at' | 'items' | 'more'> & Partial<AuditEntry>): Promise<void>;
  /** Newest first. */
  list(filter?: AuditFilter): Promise<AuditEntry[]>;
  /** Text cells are inert (A7). */
  csv(filter?: AuditFilter): Promise<string>;
  /** Who ruled last on each adjustment of a workshop, by adjustment. */
  decidedBy(workshop: string): Promise<Record<string, string>>;
  publishedBy(revision: string): Promise<string | null>;
}

export interface Retention {
  id: string;
  title: string;
  code: string;
  people: number;
  /** From when on the personal data is due to be erased. */
  dueAt: number;
  isDue: boolean;
}

export interface StaffPrivacy {
  /** Published workshops that still hold personal data, the most urgent first. */
  retained(): Promise<Retention[]>;
  /** What erasing would take away; null when there is nothing to erase. */
  preview(workshop: string): Promise<ErasureCounts | null>;
  erase(workshop: string, by: StaffSession): Promise<ErasureReport | Refused>;
  /** Whatever has run out, as was promised at the door (C5). */
  eraseDue(): Promise<ErasureReport[]>;
  reports(): Promise<ErasureReport[]>;
}

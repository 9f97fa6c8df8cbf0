/**
 * Comments of the public, with the organisation's name: read by staff before anyone else, kept for a year and no longer.
 * Spam is met without asking anybody outside: a field no person sees, a form that was open long enough, and limits.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as z from 'zod';
import { competitionWarning } from '../../src/lib/protocol/competition.ts';
import { newId } from '../room/ids.ts';
import type { Store } from '../store/port.ts';
import type {
  CommentDraft,
  CommentForStaff,
  CommentRefusal,
  Comments,
  ShownComment,
} from './comment-types.ts';
import type { Explore } from './explore-types.ts';
import type { StaffAudit, StaffSession } from './staff-types.ts';

const DAY_MS = 24 * 3_600_000;
/** Said on the form: a year from when it was sent; what was hidden goes after thirty days. */
const KEPT_MS = 365 * DAY_MS;
const HIDDEN_MS = 30 * DAY_MS;
/** Nobody types an organisation and a sentence faster. */
const LEAST_OPEN_MS = 3_000;
const MOST_OPEN_MS = DAY_MS;
/** A class or a meeting sits behind one address (R9): the limit is wide there, and all addresses together have one. */
const PER_ADDRESS = { points: 12, duration: 3_600 };
const ALL_TOGETHER = { points: 200, duration: 24 * 3_600 };
const LONGEST = { organisation: 120, text: 1_000 };

const stored = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  at: z.number(),
  status: z.enum(['waiting', 'shown', 'hidden']),
  moderatedAt: z.number().nullable(),
  organisation: z.string(),
  text: z.string(),
  warning: z.enum(['money', 'no_hire']).nullable(),
  occupation: z.strictObject({ code: z.string(), title: z.string() }),
  figure: z.strictObject({ id: z.string(), label: z.string(), published: z.string() }).nullable(),
});
type Stored = z.infer<typeof stored>;

export interface CommentsOptions {
  store: Store;
  explore: Pick<Explore, 'occupation'>;
  audit: StaffAudit;
  /** Goes up whenever a comment changes. */
  changes: () => number;
  now: () => number;
}

export class StoredComments implements Comments {
  readonly #options: CommentsOptions;
  readonly #key = randomBytes(32);
  readonly #perAddress = new RateLimiterMemory(PER_ADDRESS);
  readonly #together = new RateLimiterMemory(ALL_TOGETHER);
  #kept: { changes: number; all: Promise<Stored[]> } | null = null;

  constructor(options: CommentsOptions) {
    this.#options = options;
  }

  ticket(): string {
    const at = String(this.#options.now());
    return `${at}.${this.#sign(at)}`;
  }

  async send(draft: CommentDraft, address: string): Promise<CommentRefusal | null> {
    const organisation = oneLine(draft.organisation);
    const text = draft.text.trim();
    const wrong = wrongWith(organisation, text) ?? this.#tooSoon(draft.ticket);
    if (wrong) return wrong;
    // A program that fills every field is told the same as a person, and nothing is kept.
    if (draft.trap !== '') return null;
    const shown = await this.#options.explore.occupation(draft.occupation);
    if (!shown) return refused('There is no published occupation with this code any more.');
    const warning = competitionWarning(text);
    if (warning !== null && !draft.isWarned) return warned(warning);
    const { code, title, figures } = shown.occupation;
    const figure = figures.find(({ id }) => id === draft.figure);
    const before = await this.#all();
    if (before.some((each) => each.organisation === organisation && each.text === text)) return null;
    if (!(await isWithin(this.#perAddress, address)) || !(await isWithin(this.#together, 'all')))
      return refused(
        'Many comments have come in the last hour, and this one was not kept. Copy it and send it again later.',
      );
    const at = this.#options.now();
    await this.#write({
      version: 1,
      id: newId('c'),
      at,
      status: 'waiting',
      moderatedAt: null,
      organisation,
      text,
      warning,
      occupation: { code, title },
      figure: figure
        ? { id: figure.id, label: `${figure.label}, ${figure.period}`, published: figure.published.words }
        : null,
    });
    return null;
  }

  async shown(occupation: string): Promise<ShownComment[]> {
    const all = await this.#all();
    return all
      .filter((each) => each.status === 'shown' && each.occupation.code === occupation && !this.#isDue(each))
      .sort((a, b) => b.at - a.at)
      .map(({ id, organisation, text, at, figure }) => ({
        id,
        organisation,
        text,
        sentOn: dayOf(at),
        figure,
      }));
  }

  async list(): Promise<CommentForStaff[]> {
    const all = await this.#all();
    return all
      .map((each) => {
        const { id, organisation, text, at, figure, occupation, status, warning } = each;
        return {
          ...{ id, organisation, text, at, figure, occupation, status, warning },
          sentOn: dayOf(at),
          until: untilOf(each),
        };
      })
      .sort((a, b) => Number(b.status === 'waiting') - Number(a.status === 'waiting') || b.at - a.at);
  }

  async moderate(id: string, status: 'shown' | 'hidden', by: StaffSession): Promise<boolean> {
    const found = (await this.#all()).find((each) => each.id === id);
    if (!found) return false;
    await this.#write({ ...found, status, moderatedAt: this.#options.now() });
    await this.#record(by, status === 'shown' ? 'comment_shown' : 'comment_hidden', found);
    return true;
  }

  async erase(id: string, by: StaffSession): Promise<boolean> {
    const found = (await this.#all()).find((each) => each.id === id);
    if (!found) return false;
    await this.#options.store.remove('comments', id);
    await this.#record(by, 'comment_erased', found);
    return true;
  }

  async eraseDue(): Promise<number> {
    const due = (await this.#all()).filter((each) => this.#isDue(each));
    for (const each of due) await this.erase(each.id, { id: 'retention', name: 'The retention rule' });
    return due.length;
  }

  #isDue(each: Stored): boolean {
    return untilOf(each) <= this.#options.now();
  }

  #tooSoon(ticket: string): CommentRefusal | null {
    const [at = '', signature = ''] = ticket.split('.');
    const isOurs =
      /^[0-9a-f]{64}$/.test(signature) &&
      timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(this.#sign(at), 'hex'));
    const open = this.#options.now() - Number(at);
    if (isOurs && open >= LEAST_OPEN_MS && open <= MOST_OPEN_MS) return null;
    return refused(
      'The form was not open for the usual time. What you typed is still here: send it once more.',
    );
  }

  #sign(at: string): string {
    return createHmac('sha256', this.#key).update(at).digest('hex');
  }

  #all(): Promise<Stored[]> {
    const { store, changes } = this.#options;
    const seen = changes();
    if (this.#kept?.changes === seen) return this.#kept.all;
    const all = store
      .list('comments')
      .then((ids) => Promise.all(ids.map((id) => store.read('comments', id, (value) => stored.parse(value)))))
      .then((found) => found.filter((each) => each !== null));
    this.#kept = { changes: seen, all };
    all.catch(() => (this.#kept = null));
    return all;
  }

  /** An earlier generation would outlive what it was told to forget (C5). */
  #write(comment: Stored): Promise<void> {
    return this.#options.store.replace('comments', comment.id, stored.parse(comment));
  }

  /** The record says what happened, never what was written or by whom. */
  #record(
    { id, name }: StaffSession,
    what: 'comment_shown' | 'comment_hidden' | 'comment_erased',
    comment: Stored,
  ): Promise<void> {
    const { code, title } = comment.occupation;
    const on = { kind: 'comment' as const, id: comment.id, title: `${title} (${code})` };
    return this.#options.audit.record({ who: { id, name }, what, on });
  }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

function untilOf({ at, status, moderatedAt }: Stored): number {
  return status === 'hidden' && moderatedAt !== null
    ? Math.min(at + KEPT_MS, moderatedAt + HIDDEN_MS)
    : at + KEPT_MS;
}

const refused = (message: string, field: CommentRefusal['field'] = null): CommentRefusal => ({
  message,
  field,
  isWarning: false,
});

function wrongWith(organisation: string, text: string): CommentRefusal | null {
  if (organisation === '')
    return refused('Type the organisation you write for. It is shown with the comment.', 'organisation');
  if (text === '') return refused('Type what you see otherwise.', 'text');
  if (organisation.length > LONGEST.organisation)
    return refused(`The name may have ${LONGEST.organisation} characters.`, 'organisation');
  if (text.length > LONGEST.text)
    return refused(`A comment may have ${LONGEST.text} characters; this one has ${text.length}.`, 'text');
  return null;
}

function warned(warning: 'money' | 'no_hire'): CommentRefusal {
  const why =
    warning === 'money'
      ? 'This seems to name pay. What a firm pays must not be shared here.'
      : 'This seems to name an agreement about hiring. Firms must not agree on whom they hire.';
  return {
    message: `${why} Take it out, or send it as it is: staff read it first, and nobody else does.`,
    field: 'text',
    isWarning: true,
  };
}

async function isWithin(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    (refusal: unknown) => {
      if (refusal instanceof Error) throw refusal;
      return false;
    },
  );
}

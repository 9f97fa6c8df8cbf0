/** The interface for programs, once: what answers a request is also what the description is made from. Read only. */
import * as z from 'zod';
import { summaryOf } from '../lmi/revision.ts';
import { edition } from '../lmi/public/edition.ts';
import { occupationCard } from '../lmi/public/occupation-card.ts';
import { pathwayCard } from '../lmi/public/pathway-card.ts';
import { publicOccupation } from '../lmi/public/public-occupation.ts';
import { publicPathway } from '../lmi/public/public-pathway.ts';
import {
  publicAdjustment,
  publicAdjustmentsOf,
  publicRevision,
  publicRevisionOf,
  publicRevisionWhole,
} from '../lmi/public/public-revision.ts';
import type { Revisions } from '../services.ts';
import type { Explore } from './explore-types.ts';

export interface ApiSources {
  explore: Explore;
  revisions: Pick<Revisions, 'list' | 'get'>;
}

export interface Endpoint {
  /** With `{id}` for what varies. */
  path: string;
  summary: string;
  /** What may be asked, with what it means. */
  query: Record<string, { meaning: string; isNumber: boolean }>;
  answer: z.ZodType;
  /** null: there is no such thing. */
  respond(sources: ApiSources, part: string, query: URLSearchParams): Promise<unknown>;
}

const words = (meaning: string) => ({ meaning, isNumber: false });
const amount = (meaning: string) => ({ meaning, isNumber: true });

export const endpoints: readonly Endpoint[] = [
  {
    path: '/revisions',
    summary: 'Published revisions, newest first.',
    query: {},
    answer: z.strictObject({ revisions: z.array(publicRevision) }),
    respond: async ({ revisions }) => {
      const all = await revisions.list();
      return { revisions: all.filter(({ workshop }) => !workshop?.rehearsal).map(publicRevisionOf) };
    },
  },
  {
    path: '/revisions/{id}',
    summary:
      'One revision, with its changes in sentences. The whole of it is the zip at /revisions/{id}.zip.',
    query: {},
    answer: publicRevisionWhole,
    respond: async ({ revisions }, id) => {
      const found = await revisions.get(id);
      return found && !found.workshop?.rehearsal
        ? { ...publicRevisionOf(summaryOf(found)), diff: found.diff }
        : null;
    },
  },
  {
    path: '/revisions/{id}/adjustments',
    summary: 'What its workshop proposed and what staff decided, and what stands from earlier revisions.',
    query: {},
    answer: z.strictObject({ adjustments: z.array(publicAdjustment) }),
    respond: async ({ revisions }, id) => {
      const found = await revisions.get(id);
      return found && !found.workshop?.rehearsal ? { adjustments: publicAdjustmentsOf(found) } : null;
    },
  },
  {
    path: '/occupations',
    summary: 'Occupations, critical ones first; forty a page.',
    query: {
      q: words('Title, another name for the job, or the beginning of a code.'),
      sector: words('Exactly as a card gives it.'),
      education: words('Usual education, exactly as a card gives it.'),
      openings: amount('At least so many published openings a year.'),
      wage: amount('At least this published median wage, dollars a year.'),
      page: amount('From 1.'),
    },
    answer: z.strictObject({
      occupations: z.array(occupationCard),
      total: z.number().int(),
      page: z.number().int(),
      pages: z.number().int(),
    }),
    respond: async ({ explore }, _part, query) => {
      const number = (name: string): number | null => {
        const text = query.get(name) ?? '';
        return /^\d{1,9}$/.test(text) ? Number(text) : null;
      };
      const found = await explore.find({
        words: (query.get('q') ?? '').slice(0, 100),
        sector: query.get('sector'),
        education: query.get('education'),
        openings: number('openings'),
        wage: number('wage'),
        page: number('page') ?? 1,
      });
      if (!found) return { occupations: [], total: 0, page: 1, pages: 1 };
      const { cards, ...counts } = found;
      return { occupations: cards, ...counts };
    },
  },
  {
    path: '/occupations/{code}',
    summary: 'One occupation: every figure as published and as employers see it, gaps, programs, sources.',
    query: { in: words('As the revision on this dataset says it; else the newest word.') },
    answer: publicOccupation,
    respond: async ({ explore }, code, query) =>
      (await explore.occupation(code, query.get('in')))?.occupation ?? null,
  },
  {
    path: '/pathways',
    summary: 'Pathways, those into critical occupations first.',
    query: {},
    answer: z.strictObject({ pathways: z.array(pathwayCard) }),
    respond: async ({ explore }) => ({ pathways: await explore.pathways() }),
  },
  {
    path: '/pathways/{code}',
    summary: 'The pathway of one occupation: steps and transitions with their votes.',
    query: {},
    answer: z.strictObject({ pathway: publicPathway, edition }),
    respond: async ({ explore }, code) => {
      const shown = await explore.pathway(code);
      return shown && { pathway: shown.pathway, edition: shown.edition };
    },
  },
];

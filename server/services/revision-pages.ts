/** What the pages of a revision show beyond the revision itself: its occupations, two side by side, and why a number is what it is (A5). */
import { splitTarget } from '../lmi/adjustment-target.ts';
import type { Adjustment } from '../lmi/adjustment.ts';
import { compareStates } from '../lmi/compare-states.ts';
import type { Change } from '../lmi/compare-states.ts';
import { contributorsOf } from '../lmi/contributor.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { disagreements } from '../lmi/disagreement.ts';
import { publishedWords, saidWords } from '../lmi/figure-state-words.ts';
import { measures } from '../lmi/measures.ts';
import { own } from '../lmi/own.ts';
import { standingIn } from '../lmi/replay/build-replayed.ts';
import type { Settlement } from '../lmi/replay/settlement.ts';
import type { Revision } from '../lmi/revision.ts';
import { figureOrigin } from './dataset-table.ts';
import type { FigureOrigin } from './dataset-table.ts';

export interface RevisionOccupation {
  code: string;
  title: string;
  critical: number | null;
  category: string | null;
  /** Figures employers said something about. */
  said: number;
  figures: {
    id: string;
    label: string;
    area: string;
    published: string;
    said: string | null;
    isContested: boolean;
  }[];
  gaps: { label: string; rank: number | null; firms: number; adjustment: string }[];
  pathway: { label: string; about: string; validation: string | null; adjustment: string | null }[];
}

export interface Comparison {
  from: { id: string; number: number; dataset: Revision['dataset'] };
  to: { id: string; number: number; dataset: Revision['dataset'] };
  changes: Change[];
}

export interface WhyStep {
  revision: { id: string; number: number; release: string };
  outcome: 'carried' | 'superseded' | 'conflict';
  reason: string;
  settlement: Settlement | null;
}

/** From the number that is shown down to the cell, or the question, round and tally, that it came from. */
export interface Why {
  title: string;
  shown: { published: string; said: string | null } | null;
  origin: FigureOrigin | null;
  adjustments: {
    adjustment: Adjustment;
    workshop: string;
    /** Shown in the tables, where several workshops say different things. */
    leads: boolean;
    decidedIn: { id: string; number: number } | null;
    replays: WhyStep[];
  }[];
}

export function occupationOf(revision: Revision, code: string): RevisionOccupation | null {
  const found = own(revision.state.occupations, code);
  if (!found) return null;
  const contested = new Set(
    disagreements(standingIn(revision)).flatMap(({ adjustments }) => adjustments.map(({ id }) => id)),
  );
  const order = Object.keys(measures);
  const figures = Object.entries(found.figures)
    .sort(([, a], [, b]) => order.indexOf(a.measure) - order.indexOf(b.measure))
    .map(([id, figure]) => ({
      id,
      label: own(measures as Record<string, { label: string }>, figure.measure)?.label ?? figure.measure,
      area: figure.area,
      published: publishedWords(figure),
      said: saidWords(figure),
      isContested: figure.adjustment !== null && contested.has(figure.adjustment),
    }));
  const map = own(revision.state.pathways, code);
  const items = [
    ...Object.values(map?.steps ?? {}).map((step) => ({
      label: step.adjusted['label'] ?? step.label,
      item: step,
    })),
    ...Object.values(map?.transitions ?? {}).map((link) => ({
      label: `${map?.steps[link.from]?.label ?? link.from} → ${map?.steps[link.to]?.label ?? link.to}`,
      item: link,
    })),
  ];
  return {
    code,
    title: found.title,
    critical: found.critical?.rank ?? null,
    category: found.category?.title ?? null,
    said: figures.filter(({ said }) => said !== null).length,
    figures,
    gaps: Object.values(found.gaps).map(({ label, rank, firms, adjustment }) => ({
      label,
      rank,
      firms,
      adjustment,
    })),
    pathway: items.map(({ label, item }) => ({
      label,
      about: [
        item.presence,
        ...Object.entries(item.adjusted).map(([name, value]) => `${name}: ${value}`),
      ].join(', '),
      validation: item.validation,
      adjustment: item.adjustments['validation'] ?? Object.values(item.adjustments)[0] ?? null,
    })),
  };
}

export function comparisonOf(from: Revision, to: Revision): Comparison {
  const head = ({ id, number, dataset }: Revision) => ({ id, number, dataset });
  return { from: head(from), to: head(to), changes: compareStates(from.state, to.state) };
}

export async function whyOf(
  revision: Revision,
  dataset: Dataset,
  asked: { figure: string } | { adjustment: string },
  get: (id: string) => Promise<Revision | null>,
): Promise<Why | null> {
  const all = [...revision.carried, ...revision.adjustments, ...lapsed(revision)];
  const first = 'adjustment' in asked ? all.find(({ id }) => id === asked.adjustment) : undefined;
  if ('adjustment' in asked && !first) return null;
  const figure = 'figure' in asked ? asked.figure : (first?.observation ?? null);
  const origin = figure === null ? null : figureOrigin(dataset, figure);
  if ('figure' in asked && !origin) return null;
  const about = first
    ? all.filter(
        (each) => each.kind === first.kind && each.target === first.target && each.measure === first.measure,
      )
    : all.filter(({ observation }) => observation === figure);
  const state = origin && own(own(revision.state.occupations, origin.occupation.code)?.figures, figure ?? '');
  const chain = await historyOf(revision, get);
  const titles = new Map(chain.flatMap((each) => contributorsOf(each)).map(({ id, title }) => [id, title]));
  return {
    title: origin
      ? `${origin.label}, ${origin.occupation.title}`
      : `${titleOf(revision, first)}: ${first?.title ?? ''}`,
    shown: state ? { published: publishedWords(state), said: saidWords(state) } : null,
    origin,
    adjustments: about.map((adjustment) => ({
      adjustment,
      workshop: titles.get(adjustment.workshop) ?? adjustment.workshop,
      leads: about.length === 1 || state?.adjustment === adjustment.id,
      decidedIn: decidedIn(chain, adjustment.id),
      replays: replaysOf(chain, adjustment.id),
    })),
  };
}

/** What the replay of this revision let go: it can still be asked about. */
function lapsed({ replay, carried }: Revision): Adjustment[] {
  const standing = new Set(carried.map(({ id }) => id));
  return (replay?.results ?? []).map(({ adjustment }) => adjustment).filter(({ id }) => !standing.has(id));
}

function titleOf({ state }: Revision, adjustment: Adjustment | undefined): string {
  const code = adjustment ? splitTarget(adjustment.target).occupation : '';
  return own(state.occupations, code)?.title ?? code;
}

/** This revision and those it stands on, the newest first. */
async function historyOf(
  revision: Revision,
  get: (id: string) => Promise<Revision | null>,
): Promise<Revision[]> {
  const chain = [revision];
  const seen = new Set([revision.id]);
  for (let base = revision.base.revision; base !== null && !seen.has(base.id);) {
    const found: Revision | null = await get(base.id);
    if (!found) break;
    seen.add(found.id);
    chain.push(found);
    base = found.base.revision;
  }
  return chain;
}

function decidedIn(chain: readonly Revision[], id: string): { id: string; number: number } | null {
  const found = chain.findLast(({ adjustments }) => adjustments.some((each) => each.id === id));
  return found ? { id: found.id, number: found.number } : null;
}

function replaysOf(chain: readonly Revision[], id: string): WhyStep[] {
  return chain.toReversed().flatMap(({ id: revision, number, dataset, replay }) => {
    const result = replay?.results.find(({ adjustment }) => adjustment.id === id);
    if (!result) return [];
    return [
      {
        revision: { id: revision, number, release: dataset.release },
        outcome: result.outcome,
        reason: result.reason,
        settlement: replay?.settlements.find(({ adjustment }) => adjustment === id) ?? null,
      },
    ];
  });
}

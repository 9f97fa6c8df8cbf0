/** What differs between any two revisions, also of different releases, in sentences a person can read (A3). */
import { compareFigures } from './compare-figures.ts';
import type { EffectiveState, OccupationState, PathwayState } from './effective-state.ts';
import { own } from './own.ts';

export interface Change {
  /** The occupation it belongs to; null for a preference. */
  occupation: string | null;
  title: string;
  part: 'occupation' | 'figure' | 'critical' | 'category' | 'gap' | 'pathway' | 'preference';
  text: string;
}

/** In the order of codes; an occupation without a difference is not named. */
export function compareStates(before: EffectiveState, after: EffectiveState): Change[] {
  const codes = union(before.occupations, after.occupations);
  const maps = union(before.pathways, after.pathways);
  const all = [...new Set([...codes, ...maps])].sort();
  return [
    ...all.flatMap((code) => [
      ...occupationChanges(code, own(before.occupations, code), own(after.occupations, code)),
      ...pathwayChanges(
        code,
        own(after.occupations, code)?.title ?? own(before.occupations, code)?.title ?? code,
        own(before.pathways, code),
        own(after.pathways, code),
      ),
    ]),
    ...preferenceChanges(before, after),
  ];
}

function occupationChanges(
  code: string,
  before: OccupationState | undefined,
  after: OccupationState | undefined,
): Change[] {
  const title = after?.title ?? before?.title ?? code;
  const change = (part: Change['part'], text: string): Change => ({ occupation: code, title, part, text });
  if (!before || !after) {
    const isNew = before === undefined && after !== undefined;
    if (!before && !after) return [];
    return [change('occupation', isNew ? 'not listed -> listed' : 'listed -> not listed any more')];
  }
  const rank = ({ critical }: OccupationState): string =>
    critical === null
      ? 'not critical'
      : critical.rank === null
        ? 'critical'
        : `critical, rank ${critical.rank}`;
  const category = (state: OccupationState): string => state.category?.title ?? 'no category';
  return [
    ...compareFigures(before.figures, after.figures).map((text) => change('figure', text)),
    ...differing(rank(before), rank(after)).map((text) => change('critical', text)),
    ...differing(category(before), category(after)).map((text) => change('category', `category: ${text}`)),
    ...gapChanges(before, after).map((text) => change('gap', text)),
  ];
}

function gapChanges(before: OccupationState, after: OccupationState): string[] {
  const words = (state: OccupationState, id: string): string => {
    const gap = own(state.gaps, id);
    if (!gap) return 'not named';
    return `${gap.rank === null ? 'lacking' : `rank ${gap.rank}`} (${gap.firms} firms)`;
  };
  return union(before.gaps, after.gaps).flatMap((id) => {
    const label = own(after.gaps, id)?.label ?? own(before.gaps, id)?.label ?? id;
    return differing(words(before, id), words(after, id)).map((text) => `entrants lack “${label}”: ${text}`);
  });
}

function pathwayChanges(
  code: string,
  title: string,
  before: PathwayState | undefined,
  after: PathwayState | undefined,
): Change[] {
  const stepName = (id: string): string =>
    own(after?.steps, id)?.label ?? own(before?.steps, id)?.label ?? id;
  const items = (part: 'steps' | 'transitions', name: (id: string) => string): string[] => {
    const was: Readonly<Record<string, Item>> = before?.[part] ?? {};
    const is: Readonly<Record<string, Item>> = after?.[part] ?? {};
    return union(was, is).flatMap((id) =>
      differing(itemWords(own(was, id)), itemWords(own(is, id))).map(
        (text) => `${part === 'steps' ? 'step' : 'transition'} ${name(id)}: ${text}`,
      ),
    );
  };
  const link = (id: string): string => {
    const found = own(after?.transitions, id) ?? own(before?.transitions, id);
    return found ? `“${stepName(found.from)}” to “${stepName(found.to)}”` : id;
  };
  return [...items('steps', (id) => `“${stepName(id)}”`), ...items('transitions', link)].map((text) => ({
    occupation: code,
    title,
    part: 'pathway' as const,
    text,
  }));
}

type Item = PathwayState['steps'][string] | PathwayState['transitions'][string];

function itemWords(item: Item | undefined): string {
  if (!item) return 'not on the map';
  if (item.presence === 'removed') return 'taken off';
  const said = Object.entries(item.adjusted).map(([measure, value]) => `${measure} ${value}`);
  const drafted = 'label' in item ? item.label : `${item.kind}, ${item.months ?? 'no'} months`;
  return [item.presence === 'added' ? 'added' : 'drafted', drafted, ...said, item.validation]
    .filter((part) => part !== null)
    .join(', ');
}

function preferenceChanges(before: EffectiveState, after: EffectiveState): Change[] {
  const words = (state: EffectiveState, id: string): string => {
    const found = own(state.preferences, id);
    return found ? `preferred by ${found.firms} firms` : 'not preferred';
  };
  return union(before.preferences, after.preferences).flatMap((id) => {
    const title = own(after.preferences, id)?.label ?? own(before.preferences, id)?.label ?? id;
    return differing(words(before, id), words(after, id)).map((text) => ({
      occupation: null,
      title,
      part: 'preference' as const,
      text,
    }));
  });
}

function differing(before: string, after: string): string[] {
  return before === after ? [] : [`${before} -> ${after}`];
}

function union(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

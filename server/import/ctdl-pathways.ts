/**
 * Pathways from a CTDL graph, as published in a registry or written by Plumbline. References may be bare texts or `{"@id"}`; the
 * parts of a pathway are the union of `hasPart` and `hasChild` (ceterms and ceasn), because both are met. A bad text is reported.
 */
import * as z from 'zod';
import { draftPathway } from '../lmi/pathway.ts';
import type { DraftPathway, Step, StepKind, Transition } from '../lmi/pathway.ts';
import { transitionKind } from '../lmi/pathway.ts';

const node = z.looseObject({
  '@id': z.string().optional(),
  '@type': z.union([z.string(), z.array(z.string())]),
});
type Node = z.infer<typeof node>;
const graph = z.looseObject({ '@graph': z.array(node) });

const KINDS: Readonly<Record<string, StepKind>> = {
  JobComponent: 'occupation',
  CredentialComponent: 'credential',
  CourseComponent: 'program',
  WorkExperienceComponent: 'experience',
};
const MOST_STEPS = 41;

export interface CtdlDrafts {
  drafts: DraftPathway[];
  problems: string[];
}

/** One draft for each set; for each pathway where there is no set. */
export function ctdlDrafts(text: string): CtdlDrafts {
  const nodes = nodesOf(text);
  if (typeof nodes === 'string') return { drafts: [], problems: [nodes] };
  const byId = new Map(nodes.flatMap((each) => (each['@id'] ? [[each['@id'], each] as const] : [])));
  const pathways = nodes.filter((each) => isA(each, 'Pathway'));
  const sets = nodes.filter((each) => isA(each, 'PathwaySet'));
  const inSets = new Set(sets.flatMap((set) => references(set, 'ceterms:hasPathway', 'ceasn:hasPathway')));
  const groups = [
    ...sets.map((set) => ({
      head: set,
      pathways: pathways.filter((each) =>
        references(set, 'ceterms:hasPathway', 'ceasn:hasPathway').includes(each['@id'] ?? ''),
      ),
    })),
    ...pathways
      .filter((each) => !inSets.has(each['@id'] ?? ''))
      .map((each) => ({ head: each, pathways: [each] })),
  ];
  const drafts: DraftPathway[] = [];
  const problems: string[] = [];
  for (const { head, pathways: members } of groups) {
    const made = draftPathway.safeParse(draftOf(head, members, byId));
    if (made.success && made.data.steps.length > 0) drafts.push(made.data);
    else problems.push(`The pathway “${wordsOf(head['ceterms:name'])}” has no steps that can be read.`);
  }
  if (groups.length === 0) problems.push('The file holds no ceterms:Pathway.');
  return { drafts, problems };
}

function nodesOf(text: string): Node[] | string {
  try {
    const read = graph.safeParse(JSON.parse(text));
    return read.success
      ? read.data['@graph']
      : 'The file is JSON, but no CTDL graph: it has no “@graph” of resources.';
  } catch {
    return 'The file is not JSON.';
  }
}

function draftOf(head: Node, members: readonly Node[], byId: ReadonlyMap<string, Node>): unknown {
  const parts = [
    ...new Set(
      members.flatMap((each) =>
        references(
          each,
          'ceterms:hasPart',
          'ceterms:hasChild',
          'ceasn:hasChild',
          'ceterms:hasDestinationComponent',
        ),
      ),
    ),
  ].slice(0, MOST_STEPS);
  const found = parts.flatMap((id) => {
    const component = byId.get(id);
    return component ? [{ id, component }] : [];
  });
  const ids = new Map(found.map(({ id, component }, index) => [id, stepId(component, index)]));
  const links = found.flatMap(({ id, component }) => linksOf(id, component, ids));
  const transitions = [...new Map(links.map((link) => [link.id, link])).values()];
  const occupation = members.map(codeOf).find((code) => code !== null) ?? 'imported';
  const focus = found.find(({ component }) => component['ceterms:codedNotation'] === occupation);
  const ends = new Set(members.flatMap((each) => references(each, 'ceterms:hasDestinationComponent')));
  const focusId = ids.get(focus?.id ?? found.find(({ id }) => ends.has(id))?.id ?? '') ?? '';
  const levels = levelsOf([...ids.values()], transitions, focusId);
  const rows = new Map<number, number>();
  const steps = found.map(({ id, component }): Step => {
    const step = ids.get(id) ?? '';
    const level = levels.get(step) ?? -1;
    const row = rows.get(level) ?? 0;
    rows.set(level, row + 1);
    const code = component['ceterms:codedNotation'];
    return {
      id: step,
      kind: kindOf(component),
      label: wordsOf(component['ceterms:name']).slice(0, 120) || step,
      code: typeof code === 'string' ? code.slice(0, 60) : null,
      side: step === focusId ? 'focus' : level > 0 ? 'out' : 'into',
      level,
      row,
    };
  });
  return {
    id: `pathway-${occupation}`,
    occupation,
    title: wordsOf(head['ceterms:name']) || occupation,
    steps,
    transitions,
    note: 'Imported from CTDL.',
  };
}

/** What comes before stands left of what comes after; the pathway's own occupation is in the middle. */
function levelsOf(
  steps: readonly string[],
  links: readonly { from: string; to: string }[],
  focus: string,
): Map<string, number> {
  const levels = new Map<string, number>([[focus, 0]]);
  for (let pass = 0; pass < steps.length; pass += 1) {
    for (const { from, to } of links) {
      const [left, right] = [levels.get(from), levels.get(to)];
      if (left === undefined && right !== undefined) levels.set(from, Math.max(-20, right - 1));
      else if (right === undefined && left !== undefined) levels.set(to, Math.min(20, left + 1));
    }
  }
  return levels;
}

function linksOf(id: string, component: Node, ids: ReadonlyMap<string, string>): Transition[] {
  const conditions = [component['ceterms:hasCondition']].flat().filter((each) => typeof each === 'object');
  const to = ids.get(id) ?? '';
  const into = references(component, 'ceterms:precededBy').map((from): [string, string] => [
    ids.get(from) ?? '',
    to,
  ]);
  const out = references(component, 'ceterms:precedes').map((next): [string, string] => [
    to,
    ids.get(next) ?? '',
  ]);
  return [...into, ...out]
    .filter(([from, next]) => from !== '' && next !== '')
    .map(([from, next]) => {
      const said = conditions.find((each) =>
        references(each as Node, 'ceterms:targetComponent').some((one) => ids.get(one) === from),
      ) as Node | undefined;
      const kind = transitionKind.safeParse(wordsOf(said?.['ceterms:name']));
      const months = /(\d+) months/.exec(wordsOf(said?.['ceterms:description']))?.[1];
      return {
        id: `${from}--${next}`,
        from,
        to: next,
        kind: kind.success ? kind.data : 'advance',
        months: months === undefined ? null : Number(months),
      };
    })
    .sort((a, b) => Number(a.months === null) - Number(b.months === null))
    .reverse();
}

function stepId(component: Node, index: number): string {
  const [own] = [component['ceterms:identifier']].flat() as (Node | undefined)[];
  const code = own?.['ceterms:identifierValueCode'];
  return typeof code === 'string' && code !== '' ? code.slice(0, 80) : `step-${index + 1}`;
}

function kindOf(component: Node): StepKind {
  const said = wordsOf(component['ceterms:componentCategory']);
  if (said === 'program' || said === 'occupation' || said === 'credential' || said === 'experience')
    return said;
  const [type = ''] = [component['@type']].flat();
  return KINDS[type.replace('ceterms:', '')] ?? 'experience';
}

function codeOf(pathway: Node): string | null {
  const [type] = [pathway['ceterms:occupationType']].flat() as (Node | undefined)[];
  const code = type?.['ceterms:codedNotation'];
  return typeof code === 'string' && code !== '' ? code : null;
}

function isA({ '@type': type }: Node, name: string): boolean {
  return [type].flat().includes(`ceterms:${name}`);
}

/** Identifiers under these properties, whether bare or wrapped, each once. */
function references(from: Node, ...properties: string[]): string[] {
  const all = properties.flatMap((property) => [from[property]].flat());
  const ids = all.flatMap((each): string[] => {
    if (typeof each === 'string') return [each];
    const id: unknown =
      typeof each === 'object' && each !== null ? (each as Record<string, unknown>)['@id'] : null;
    return typeof id === 'string' ? [id] : [];
  });
  return [...new Set(ids)];
}

/** A language map or a text; English where there are several. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const said = value as Record<string, unknown>;
  const found = said['en'] ?? said['en-US'] ?? Object.values(said)[0];
  return typeof found === 'string' ? found : '';
}

import type { PathwayState } from '../lmi/effective-state.ts';
import { byKey } from '../lmi/own.ts';

/** A step that nothing leads on from, and all the steps that lead to it, itself last. */
export interface PathwayEnd {
  step: string;
  parts: string[];
}

/** Every step that is on the map is in at least one end's parts; one that nothing joins belongs to the first. */
export function pathwayEnds(pathway: PathwayState): PathwayEnd[] {
  const steps = byKey(pathway.steps)
    .filter(([, { presence }]) => presence !== 'removed')
    .map(([id]) => id);
  const known = new Set(steps);
  const links = byKey(pathway.transitions)
    .map(([, transition]) => transition)
    .filter(({ presence, from, to }) => presence !== 'removed' && known.has(from) && known.has(to));
  const leadsOn = new Set(links.map(({ from }) => from));
  const isJoined = new Set(links.flatMap(({ from, to }) => [from, to]));
  const focus = steps.find((id) => pathway.steps[id]?.side === 'focus') ?? steps[0];
  const found = steps.filter((id) => isJoined.has(id) && !leadsOn.has(id));
  const ends = found.length > 0 ? found : focus === undefined ? [] : [focus];
  const reached = ends.map((step) => ({ step, parts: leadingTo(step, links) }));
  const inSome = new Set(reached.flatMap(({ parts }) => parts));
  const alone = steps.filter((id) => !inSome.has(id));
  return reached.map(({ step, parts }, index) => ({
    step,
    parts: [...(index === 0 ? alone : []), ...parts],
  }));
}

/** Depth first against the direction, so that what comes first stands first. */
function leadingTo(end: string, links: readonly { from: string; to: string }[]): string[] {
  const seen = new Set<string>();
  const visit = (step: string): string[] => {
    if (seen.has(step)) return [];
    seen.add(step);
    return [...links.filter(({ to }) => to === step).flatMap(({ from }) => visit(from)), step];
  };
  return visit(end);
}

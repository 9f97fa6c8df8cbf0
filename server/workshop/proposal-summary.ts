/** A proposal from a phone, in a sentence. */
import type { Proposal, WorkshopState } from './state.ts';
import { pathwayMap } from './pathway-map.ts';

export function proposalSummary(state: WorkshopState, { pathway, change }: Proposal): string {
  const map = pathwayMap(state, pathway);
  const step = (id: string): string => `“${map.steps[id]?.label ?? 'a step'}”`;
  const time = (months: number | null): string => (months === null ? '' : `, typically ${months} months`);
  switch (change.type) {
    case 'step.add':
      return `Add ${change.kind} “${change.label}” on the way ${change.side === 'into' ? 'in' : 'out'}`;
    case 'step.place':
      return `Move ${step(change.step)}`;
    case 'step.rename':
      return `Call ${step(change.step)} “${change.label}”`;
    case 'step.remove':
      return `Take ${step(change.step)} off the map`;
    case 'step.restore':
      return `Put ${step(change.step)} back`;
    case 'transition.add':
      return `Connect ${step(change.from)} to ${step(change.to)} (${change.kind}${time(change.months)})`;
    default: {
      const transition = map.transitions[change.transition];
      const label = transition ? `${step(transition.from)} to ${step(transition.to)}` : 'a transition';
      if (change.type === 'transition.change') return `Make ${label} ${change.kind}${time(change.months)}`;
      return `${change.type === 'transition.remove' ? 'Remove' : 'Put back'} the transition from ${label}`;
    }
  }
}

import type { Pathway } from './types.ts';

/** A name within the page for a step: its own id may hold what an address cannot. */
export function stepAnchor({ steps }: Pathway, id: string): string {
  return `step-${steps.findIndex((step) => step.id === id) + 1}`;
}

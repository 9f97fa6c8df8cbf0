/** A first place for steps that have none: dagre ranks them by their transitions. Used only where level and row say nothing. */
import { Graph, layout } from '@dagrejs/dagre';
import type { PathwayView } from '#lib/protocol/views/content.ts';
import type { Cell } from './cell.ts';

/** Level and row say nothing when all steps beside the occupation itself stand in its own column. */
export function hasNoPlaces({ steps }: PathwayView): boolean {
  return steps.length > 2 && steps.every((step) => step.level === 0);
}

export function initialCells(pathway: PathwayView): Map<string, Cell> {
  const graph = new Graph()
    .setGraph({ rankdir: 'LR', nodesep: 1, ranksep: 1 })
    .setDefaultEdgeLabel(() => ({}));
  for (const step of pathway.steps) graph.setNode(step.id, { width: 1, height: 1 });
  for (const { from, to } of pathway.transitions)
    if (graph.hasNode(from) && graph.hasNode(to)) graph.setEdge(from, to);
  layout(graph);
  const at = (id: string): { x: number; y: number } => graph.node(id) as { x: number; y: number };
  const columns = [...new Set(pathway.steps.map(({ id }) => at(id).x))].sort((a, b) => a - b);
  const focus = pathway.steps.find((step) => step.side === 'focus');
  const middle = focus ? columns.indexOf(at(focus.id).x) : 0;
  const cells = new Map<string, Cell>();
  for (const [rank, x] of columns.entries()) {
    pathway.steps
      .filter(({ id }) => at(id).x === x)
      .sort((a, b) => at(a.id).y - at(b.id).y)
      .forEach(({ id }, row) => cells.set(id, { level: rank - middle, row }));
  }
  return cells;
}

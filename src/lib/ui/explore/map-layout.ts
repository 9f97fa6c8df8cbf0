/** Where each step stands on the drawn map: columns by level from left to right, in each the rows from the top. */
import type { Pathway, Step } from './types.ts';

export const NODE = { width: 176, height: 76, gapX: 72, gapY: 22, pad: 12 } as const;

export interface PlacedStep {
  step: Step;
  x: number;
  y: number;
}

export interface PlacedLine {
  id: string;
  path: string;
  kind: string;
  isRemoved: boolean;
}

export interface MapLayout {
  width: number;
  height: number;
  steps: PlacedStep[];
  lines: PlacedLine[];
}

export function mapLayout({ steps, transitions }: Pathway): MapLayout {
  const levels = [...new Set(steps.map(({ level }) => level))].sort((a, b) => a - b);
  const columns = levels.map((level) =>
    steps.filter((step) => step.level === level).sort((a, b) => a.row - b.row || (a.id < b.id ? -1 : 1)),
  );
  const tallest = Math.max(1, ...columns.map(({ length }) => length));
  const heightOf = (count: number): number => count * NODE.height + (count - 1) * NODE.gapY;
  const height = heightOf(tallest) + 2 * NODE.pad;
  const placed = columns.flatMap((column, index) =>
    column.map((step, row) => ({
      step,
      x: NODE.pad + index * (NODE.width + NODE.gapX),
      y: (height - heightOf(column.length)) / 2 + row * (NODE.height + NODE.gapY),
    })),
  );
  const at = new Map(placed.map((each) => [each.step.id, each]));
  const lines = transitions.flatMap(({ id, from, to, kind, presence }) => {
    const [a, b] = [at.get(from), at.get(to)];
    return a && b ? [{ id, path: lineBetween(a, b), kind, isRemoved: presence === 'removed' }] : [];
  });
  const width = columns.length * NODE.width + (columns.length - 1) * NODE.gapX + 2 * NODE.pad;
  return { width: Math.max(width, NODE.width), height, steps: placed, lines };
}

/** A curve from the right side of one to the left side of the other; within a column along the side. */
function lineBetween(a: PlacedStep, b: PlacedStep): string {
  const [startY, endY] = [a.y + NODE.height / 2, b.y + NODE.height / 2];
  const startX = a.x + NODE.width;
  if (a.x === b.x) {
    const bend = startX + NODE.gapX / 2;
    return `M${startX} ${startY}C${bend} ${startY} ${bend} ${endY} ${startX + 4} ${endY}`;
  }
  const isBack = b.x < a.x;
  const [fromX, toX] = isBack ? [a.x, b.x + NODE.width] : [startX, b.x];
  const reach = Math.max(36, Math.abs(toX - fromX) / 2) * (isBack ? -1 : 1);
  return `M${fromX} ${startY}C${fromX + reach} ${startY} ${toX - reach} ${endY} ${toX - (isBack ? -4 : 4)} ${endY}`;
}

/**
 * A map with more columns than can be read from the back of the room is shown in parts, one after the other. A part starts
 * with the column the part before it ended with, and columns and rows in which nothing stands are left out.
 */
import type { PathwayView } from '#lib/protocol/views/content.ts';

export interface MapPart {
  pathway: PathwayView;
  /** From 1. */
  part: number;
  parts: number;
}

export function mapParts(pathway: PathwayView, mostColumns: number): MapPart[] {
  const levels = distinct(pathway.steps.map(({ level }) => level));
  const windows = windowsOf(levels, mostColumns, pathway.steps.find(({ side }) => side === 'focus')?.level);
  return windows.map((shown, at) => ({ pathway: only(pathway, shown), part: at + 1, parts: windows.length }));
}

function windowsOf(levels: readonly number[], most: number, focus: number | undefined): number[][] {
  if (levels.length <= most) return [[...levels]];
  const middle = focus === undefined ? -1 : levels.indexOf(focus);
  const halves = [levels.slice(0, middle + 1), levels.slice(middle)];
  if (middle > 0 && halves.every((half) => half.length <= most && half.length > 1)) return halves;
  const many = Math.ceil((levels.length - 1) / (most - 1));
  const step = Math.ceil((levels.length - 1) / many);
  return Array.from({ length: many }, (_, at) => levels.slice(at * step, (at + 1) * step + 1));
}

function only(pathway: PathwayView, levels: readonly number[]): PathwayView {
  const steps = pathway.steps.filter(({ level }) => levels.includes(level));
  const rows = distinct(steps.map(({ row }) => row));
  const isShown = new Set(steps.map(({ id }) => id));
  return {
    ...pathway,
    steps: steps.map((step) => ({ ...step, level: levels.indexOf(step.level), row: rows.indexOf(step.row) })),
    transitions: pathway.transitions.filter(({ from, to }) => isShown.has(from) && isShown.has(to)),
  };
}

const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

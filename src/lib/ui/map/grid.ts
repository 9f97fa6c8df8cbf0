/** The drawn grid: how wide a column and how high a row is in a box of this size, and what stands where in pixels. */
import type { Cell, Cells } from './cell.ts';

export interface Grid {
  column: number;
  row: number;
  nodeWidth: number;
  nodeHeight: number;
  firstLevel: number;
  levels: number;
  rows: number;
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** `em` is the map's text size: boxes follow the text, so that it is never shrunk to fit. */
export function gridFor(box: { width: number; height: number }, em: number, cells: Cells): Grid {
  const all = [...cells.values()];
  const firstLevel = Math.min(0, ...all.map((cell) => cell.level));
  const levels = Math.max(0, ...all.map((cell) => cell.level)) - firstLevel + 1;
  const rows = Math.max(0, ...all.map((cell) => cell.row)) + 1;
  const column = clamp(box.width / levels, 9.4 * em, 18 * em);
  const row = clamp(box.height / rows, 5.2 * em, 8 * em);
  return {
    column,
    row,
    nodeWidth: Math.min(column - 2.8 * em, 13 * em),
    nodeHeight: Math.min(row - 0.8 * em, 6.8 * em),
    firstLevel,
    levels,
    rows,
  };
}

export function positionOf(cell: Cell, grid: Grid): { x: number; y: number } {
  return {
    x: (cell.level - grid.firstLevel) * grid.column + (grid.column - grid.nodeWidth) / 2,
    y: cell.row * grid.row + (grid.row - grid.nodeHeight) / 2,
  };
}

export function cellAt(position: { x: number; y: number }, grid: Grid): Cell {
  return {
    level: Math.round((position.x - (grid.column - grid.nodeWidth) / 2) / grid.column) + grid.firstLevel,
    row: Math.max(0, Math.round((position.y - (grid.row - grid.nodeHeight) / 2) / grid.row)),
  };
}

/** The whole map in the box if its text stays readable, else its middle. */
export function viewportFor(
  box: { width: number; height: number },
  grid: Grid,
  leastZoom: number,
): { x: number; y: number; zoom: number } {
  const width = grid.levels * grid.column;
  const height = grid.rows * grid.row;
  const zoom = clamp(Math.min(box.width / width, box.height / height), leastZoom, 1);
  const fits = height * zoom <= box.height;
  const middle = (-grid.firstLevel + 0.5) * grid.column * zoom;
  return {
    x: width * zoom <= box.width ? (box.width - width * zoom) / 2 : box.width / 2 - middle,
    y: fits ? (box.height - height * zoom) / 2 : 0,
    zoom,
  };
}

/** Changes to a draft pathway in its list form. A step stands in a column (level): the way in is negative, the way out positive. */
import type { StepSide } from '#lib/protocol/map-change.ts';
import type { SetupPathway } from './preparation.ts';

type Step = SetupPathway['steps'][number];
const MOST_COLUMNS = 20;

/** The draft's own steps in the order one reads the map. */
export function placed({ steps }: SetupPathway): Step[] {
  return [...steps].sort((a, b) => a.level - b.level || a.row - b.row);
}

/** One column earlier or later, never onto the occupation itself; with `isTrial` only says whether it can. */
export function shift(pathway: SetupPathway, step: Step, by: 1 | -1, isTrial = false): boolean {
  const level = step.level + by;
  const isOnSide = step.side === 'into' ? level <= -1 : level >= 1;
  if (step.side === 'focus' || !isOnSide || Math.abs(level) > MOST_COLUMNS) return false;
  if (!isTrial) place(pathway, step, level);
  return true;
}

/** Changes places with its neighbour in the column. */
export function swapRow(pathway: SetupPathway, step: Step, by: 1 | -1, isTrial = false): boolean {
  const column = placed(pathway).filter(({ level }) => level === step.level);
  const other = column[column.indexOf(step) + by];
  if (!other) return false;
  if (!isTrial) {
    const rows = column.map(({ row }) => row);
    const isDistinct = new Set(rows).size === rows.length;
    if (!isDistinct) column.forEach((each, row) => (each.row = row));
    [step.row, other.row] = [other.row, step.row];
  }
  return true;
}

export function sideOf(pathway: SetupPathway, step: Step, side: StepSide): void {
  step.side = side;
  place(pathway, step, side === 'into' ? -1 : 1);
}

export function addStep(pathway: SetupPathway, side: 'into' | 'out', label: string): void {
  const level = side === 'into' ? -1 : 1;
  const id = freeId(pathway.steps, 'step');
  pathway.steps.push({
    id,
    kind: 'credential',
    label,
    code: null,
    side,
    level,
    row: freeRow(pathway, level),
  });
}

/** Its transitions go with it. */
export function removeStep(pathway: SetupPathway, id: string): void {
  pathway.steps = pathway.steps.filter((step) => step.id !== id);
  pathway.transitions = pathway.transitions.filter(({ from, to }) => from !== id && to !== id);
}

/** Between the first two neighbours that are not connected yet. */
export function addTransition(pathway: SetupPathway): void {
  const steps = placed(pathway);
  const isThere = (from: string, to: string): boolean =>
    pathway.transitions.some((each) => each.from === from && each.to === to);
  const pairs = steps.slice(1).map((to, index) => [steps[index], to] as const);
  const [from, to] = pairs.find(([a, b]) => a && !isThere(a.id, b.id)) ?? pairs[0] ?? [];
  if (!from || !to) return;
  const kind = to.side === 'out' ? 'advance' : 'entry';
  pathway.transitions.push({
    id: freeId(pathway.transitions, 'transition'),
    from: from.id,
    to: to.id,
    kind,
    months: null,
  });
}

function place(pathway: SetupPathway, step: Step, level: number): void {
  step.row = freeRow(pathway, level);
  step.level = level;
}

function freeRow({ steps }: SetupPathway, level: number): number {
  const taken = new Set(steps.filter((step) => step.level === level).map(({ row }) => row));
  let row = 0;
  while (taken.has(row)) row += 1;
  return row;
}

function freeId(list: readonly { id: string }[], stem: string): string {
  const ids = new Set(list.map(({ id }) => id));
  let count = list.length + 1;
  while (ids.has(`${stem}-${count}`)) count += 1;
  return `${stem}-${count}`;
}

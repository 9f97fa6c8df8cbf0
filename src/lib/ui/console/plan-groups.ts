import type { ConsoleView } from '#lib/protocol/views/faces.ts';

export type PlanRow = ConsoleView['plan'][number];

export interface PlanGroup {
  activity: string;
  title: string;
  rows: PlanRow[];
  isCurrent: boolean;
  plannedMs: number;
  spentMs: number;
}

/** The plan by activity; `running` is what the current phase has been open for and the plan's stored time does not hold yet. */
export function planGroups(plan: ConsoleView['plan'], running: number): PlanGroup[] {
  const groups: PlanGroup[] = [];
  for (const row of plan) {
    const last = groups.at(-1);
    const group =
      last?.activity === row.activity
        ? last
        : { activity: row.activity, title: row.title, rows: [], isCurrent: false, plannedMs: 0, spentMs: 0 };
    if (group !== last) groups.push(group);
    const spentMs = row.spentMs + (row.current ? running : 0);
    group.rows.push({ ...row, spentMs });
    group.isCurrent ||= row.current;
    if (!row.skipped) group.plannedMs += row.plannedMs;
    group.spentMs += spentMs;
  }
  return groups;
}

/** How far the room is behind its plan: what was spent on activities begun, less what they were given. Negative is in hand. */
export function minutesBehind(groups: PlanGroup[]): number {
  const over = groups
    .filter((group) => group.rows.some((row) => row.spentMs > 0))
    .reduce(
      (sum, group) =>
        sum +
        (group.isCurrent ? Math.max(0, group.spentMs - group.plannedMs) : group.spentMs - group.plannedMs),
      0,
    );
  return Math.round(over / 60_000);
}

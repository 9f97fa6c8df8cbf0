import { expect, test } from 'vitest';
import { minutesBehind, planGroups } from '../../../src/lib/ui/console/plan-groups.ts';
import { clockText, timeLeft } from '../../../src/lib/ui/console/time-left.ts';
import { consoleViewAt } from '../../fixtures/views/console-view.ts';

const MINUTE = 60_000;

test('phases of one activity are one line with their time together, without what was passed over', () => {
  const { plan } = consoleViewAt('choose', 'open');
  const critical = planGroups(plan, 2 * MINUTE).find((group) => group.activity === 'critical');
  expect(critical).toMatchObject({ isCurrent: true, plannedMs: 10 * MINUTE });
  expect(critical?.rows.map((row) => row.phase)).toEqual(['nominate', 'choose', 'ties']);
});

test('time not yet used by the current activity is not counted as in hand', () => {
  const { plan } = consoleViewAt('figures', 'open');
  const onPlan = plan.map((row) => ({ ...row, spentMs: row.activity === 'welcome' ? row.plannedMs : 0 }));
  expect(minutesBehind(planGroups(onPlan, MINUTE))).toBe(0);
  expect(minutesBehind(planGroups(onPlan, 15 * MINUTE))).toBe(3);
});

test('time over the plan counts on below zero', () => {
  const timer = { plannedMs: 5 * MINUTE, openedAt: 1_000, spentMs: MINUTE, endsAt: 1_000 + 4 * MINUTE };
  const time = timeLeft(timer, 1_000 + 5 * MINUTE);
  expect(time).toEqual({ plannedMs: 5 * MINUTE, spentMs: 6 * MINUTE, leftMs: -MINUTE });
  expect(clockText(time.leftMs ?? 0)).toBe('1:00');
});

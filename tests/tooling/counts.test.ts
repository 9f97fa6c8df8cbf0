import { expect, test } from 'vitest';
import { countPlaywright, countVitest, withExit } from './counts.ts';

const assertions = (...statuses: string[]) => statuses.map((status) => ({ status }));

test('tests of vitest are counted by status', () => {
  const testResults = [
    { status: 'failed', assertionResults: assertions('passed', 'failed', 'pending', 'todo') },
  ];
  expect(countVitest({ testResults })).toEqual({ passed: 1, failed: 1, skipped: 2 });
});

test('a test file that cannot load is a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: assertions('passed') },
  ];
  expect(countVitest({ testResults })).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a flaky journey and an error outside a test are failures', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats, errors: ['x'] })).toEqual({ passed: 3, failed: 3, skipped: 2 });
});

test('a tool that fails without naming a test is a failure', () => {
  expect(withExit({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  expect(withExit({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  expect(withExit({ passed: 5, failed: 0, skipped: 0 }, 0).failed).toBe(0);
});

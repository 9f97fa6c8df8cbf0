import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '../../server/import/number-cell.ts';

test.each([
  ['1,579.8', 1_579_800],
  ['-14.4', -14_400],
  ['.5', 500],
  ['\u22120.3', -300],
  ['1e-3', 1],
  ['-0.0', 0],
])('%j thousands are %d', (cell, value) => {
  expect(readNumber(cell, 3, 'comma')).toEqual({ ok: true, value });
});

test.each(['', '1.2.3', '12,34', '1 234', "1'234", '1.234,5', 'N/A', '0x10', 'Infinity', '1e999'])(
  '%j is no number',
  (cell) => {
    expect(readNumber(cell, 0, 'comma').ok).toBe(false);
  },
);

test('moving the decimal point never adds a floating error', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.integer({ min: 0, max: 999 }),
      (whole, thousandths) => {
        const printed = `${whole}.${String(thousandths).padStart(3, '0')}`;
        expect(readNumber(printed, 3, 'none')).toEqual({ ok: true, value: whole * 1000 + thousandths });
      },
    ),
  );
});

test('A7 a number written as the shortest text reads back as the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(readNumber(String(value), 0, 'none')).toEqual({ ok: true, value: value === 0 ? 0 : value });
    }),
  );
});

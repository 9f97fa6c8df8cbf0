import { describe, expect, test } from 'vitest';
import { blsHybridCodes, isSocGroup, readSocCode, socMajorGroup } from '../../server/lmi/soc.ts';

describe('reading a SOC code', () => {
  test.each([
    ['29-1141', '29-1141'],
    ['="29-1141"', '29-1141'],
    ['="29-1141"  ', '29-1141'],
    ['29\u20131141', '29-1141'],
    ['\u00A051-4121 ', '51-4121'],
  ])('A5 %j is the code %s, as text', (cell, code) => {
    expect(readSocCode(cell)).toEqual({ ok: true, code });
  });

  test.each([
    ['Nov-13', 'date'],
    ['13-Nov', 'date'],
    ['11/2011', 'date'],
    ['2011-11-13', 'date'],
    ['40848', 'date'],
    ['291141', 'hyphen'],
    ['29-1141.00', 'O*NET'],
    ['29-114', 'digits'],
    ['', 'no occupation code'],
    ['nurse', 'not a SOC 2018 code'],
  ])('a code that lost its shape is refused with the reason: %j', (cell, word) => {
    const reading = readSocCode(cell);
    expect(reading.ok).toBe(false);
    expect(reading.ok ? '' : reading.reason).toContain(word);
  });

  test('a missing hyphen names the likely code and does not take it', () => {
    expect(readSocCode('291141')).toMatchObject({ ok: false, likely: '29-1141' });
  });
});

test('the 12 codes BLS uses for several occupations are no groups', () => {
  expect(Object.keys(blsHybridCodes)).toHaveLength(12);
  expect(Object.keys(blsHybridCodes).filter(isSocGroup)).toEqual([]);
  expect(['11-0000', '29-1000', '29-1140'].filter(isSocGroup)).toHaveLength(3);
});

test('a category comes from the first two digits', () => {
  expect(socMajorGroup('31-1120')).toEqual({ code: '31', title: 'Healthcare Support' });
  expect(socMajorGroup('write-in')).toBeNull();
});

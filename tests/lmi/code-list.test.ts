import { describe, expect, test } from 'vitest';
import { nearestMatch } from '../../server/lmi/code-list-nearest.ts';
import { blsHybridCodes } from '../../server/lmi/soc.ts';
import { loadCodeList } from '../../server/sample/code-list.ts';

const codes = loadCodeList();
const found = (words: string): string[] => codes.search(words, 3).map(({ entry }) => entry.code);

describe('searching the whole code list', () => {
  test.each([
    ['registered nurse', '29-1141'],
    ['Nurses, registered', '29-1141'],
    ['REGISTRED NURSE', '29-1141'],
    ['régistered nurse', '29-1141'],
    ['rn', '29-1141'],
    ['CNA', '31-1131'],
    ['electrican', '47-2111'],
    ['plumer', '47-2152'],
    ['wedler', '51-4121'],
    ['hvac', '49-9021'],
    ['x-ray technician', '29-2034'],
    ['29-2055', '29-2055'],
    ['292055', '29-2055'],
    ['weld', '51-4121'],
  ])('%j finds %s first', (words, code) => {
    expect(found(words)[0]).toBe(code);
  });

  test('an alias says by which name the occupation was found, a title says nothing', () => {
    expect(codes.search('phlebotomy technician', 1)[0]).toMatchObject({ via: 'Phlebotomy Technician' });
    expect(codes.search('phlebotomists', 1)[0]).toMatchObject({ via: null });
  });

  test('a hybrid code is found beside the occupations it stands for', () => {
    expect(found('home health aides')).toEqual(expect.arrayContaining(['31-1121', '31-1120']));
  });

  test('nothing typed and nothing like it find nothing', () => {
    expect(codes.search('', 5)).toEqual([]);
    expect(codes.search('qqqzzz', 5)).toEqual([]);
    expect(codes.search('nurse', 2)).toHaveLength(2);
  });
});

describe('what an unknown code was probably meant to be', () => {
  test.each([
    ['31-1014', 'Nursing Assistants', '31-1131'],
    ['31-1011', 'Home Health Aides', '31-1121'],
    ['29-1142', '', '29-1141'],
    ['52-1011', '', '51-1011'],
  ])('%s %s is nearest to %s', (code, title, near) => {
    expect(nearestMatch(codes, code, title)?.code).toBe(near);
  });

  test('a code far from all others has no nearest one', () => {
    expect(codes.nearest('99-9999')).toBeNull();
  });
});

test('the list holds all 867 detailed occupations and the 12 hybrid codes', () => {
  expect(Object.keys(blsHybridCodes).every((code) => codes.has(code))).toBe(true);
  expect(
    Object.values(blsHybridCodes)
      .flat()
      .filter((code) => !codes.has(code)),
  ).toEqual([]);
  const all = Array.from({ length: 45 }, (_, place) => String(place + 11)).flatMap((digits) =>
    codes.search(digits, 1000),
  );
  expect(new Set(all.map(({ entry }) => entry.code)).size).toBe(867 + 12);
  expect(codes.attribution).toContain('CC BY 4.0');
});

import { expect, test } from 'vitest';
import { soc2010Codes, successorsOfSoc2010 } from '../../server/lmi/soc-2010.ts';
import { loadCodeList } from '../../server/sample/code-list.ts';

const codes = loadCodeList();

test('a code of SOC 2010 is not one of SOC 2018, and each of its successors is', () => {
  for (const code of soc2010Codes) {
    expect(codes.has(code), code).toBe(false);
    for (const next of successorsOfSoc2010(code) ?? []) expect(codes.has(next), next).toBe(true);
  }
});

test('a code that is in neither is not guessed', () => {
  expect(successorsOfSoc2010('99-0000')).toBeNull();
  expect(successorsOfSoc2010('constructor')).toBeNull();
});

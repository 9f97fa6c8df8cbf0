import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardText, unguardText } from '../../server/lmi/inert-text.ts';

test.each(['=1+1', '+1', '-14.4', '@SUM(A1)', '\tx', '\rx'])('A7 %j does not begin as a formula', (text) => {
  expect(guardText(text)).toBe(`'${text}`);
});

test.each(['29-1141', "Bachelor's degree", "'tis", ''])('A7 %j stays as it is', (text) => {
  expect(guardText(text)).toBe(text);
});

test.each([
  ['a;=1+1;b', "a;'=1+1;b"],
  ['a\n-1+1', "a\n'-1+1"],
  ['\uff1d1+1', "'\uff1d1+1"],
])('A7 %j begins no formula where cells are parted at semicolons', (text, written) => {
  expect(guardText(text)).toBe(written);
});

test('A6 a guarded text reads back as it was, guarded before or not', () => {
  const mischief = fc.stringMatching(/^'{0,3}[=+\-@\t\r]?[a-z0-9=+';\n\t]{0,9}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), mischief), (text) => {
      expect(unguardText(guardText(text))).toBe(text);
      expect(guardText(text)).not.toMatch(/(^|[;\n])[=+\-@\t\r]/);
    }),
  );
});

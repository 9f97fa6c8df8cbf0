import { expect, test } from 'vitest';
import { loggedError } from '../../server/instruments/logged-error.ts';
import { Damage, DamagedFile } from '../../server/store/damaged-file.ts';
import { StorageFailed } from '../../server/store/storage-failed.ts';

const TYPED = 'Zephyrina Quillfeather';

test('S7 an error is logged by its kind and its place, never by a message that may quote what was typed', () => {
  const frames = `${TYPED}\n    at ${TYPED} (file:///x.ts:1:2)`;
  const errors = [
    new Error(TYPED, { cause: new TypeError(TYPED, { cause: TYPED }) }),
    new RangeError(frames),
    Object.assign(new Error(TYPED), { code: 'EIO', typed: TYPED }),
    syntaxError(`{"name": ${TYPED}`),
    new DamagedFile('/data/staff/access.json', new Damage(12, `unexpected "${TYPED}"`), null),
    TYPED,
    { message: TYPED },
  ].map((error) => loggedError(error));
  const text = JSON.stringify(errors);
  for (const word of TYPED.split(' ')) expect(text).not.toContain(word);
  expect(errors.map(({ type }) => type)).toEqual([
    'Error',
    'RangeError',
    'Error',
    'SyntaxError',
    'DamagedFile',
    'string',
    'object',
  ]);
  expect(errors[0]?.cause).toMatchObject({ type: 'TypeError', cause: { type: 'string' } });
  expect(errors[0]?.stack?.[0]).toMatch(/^at .*logged-error\.test\.ts:\d+:\d+\)?$/);
  expect(errors[4]).toMatchObject({ file: '/data/staff/access.json', offset: 12 });
});

test('a sentence of ours about a file is kept: it says what to do', () => {
  const failed = new StorageFailed('/data/a', '/data/a could not be written: the disk is full.');
  expect(loggedError(failed).message).toBe('/data/a could not be written: the disk is full.');
});

function syntaxError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

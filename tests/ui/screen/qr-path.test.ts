import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { qrPath } from '../../../src/lib/ui/screen/qr-path.ts';

test('the path covers exactly the dark modules', () => {
  const text = 'http://192.168.1.24:3000/join/K7M2QX';
  const { size, path } = qrPath(text);
  const drawn = new Set<string>();
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let at = 0; at < Number(run); at += 1) drawn.add(`${Number(x) + at}/${y}`);
  }
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark = Array.from(modules.data).flatMap((isDark, at) =>
    isDark ? [`${at % size}/${Math.floor(at / size)}`] : [],
  );
  expect([...drawn].sort()).toEqual(dark.sort());
});

/** Damage, as files suffer it: bytes flipped, cut, doubled and zeroed; cells, lines and quotes lost, moved and made absurd. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

const absurd = [
  '',
  '#',
  '*',
  '**',
  '~',
  '\u2014',
  '\u2013',
  '1e999',
  '-0',
  'NaN',
  '9'.repeat(400),
  '="29-1141"',
  '=1+1',
  '29-1141',
  '99-9999',
  'Nov-13',
  '\0',
  '\uFEFF',
  '"',
  '""',
  ',',
  '\r\n',
  '\t|;',
  'constructor',
  '__proto__',
  '2024-02-30',
  '\u{1F9BA}',
  'x'.repeat(5_000),
  '|'.repeat(50),
];

export function mutate(bytes: Uint8Array, random: RandomGenerator): Uint8Array {
  const upTo = (most: number): number => uniformInt(random, 0, Math.max(0, most));
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip && upTo(1) === 0) return mutatePart(bytes, upTo);
  return upTo(2) === 0
    ? mutateBytes(bytes, upTo)
    : isZip
      ? mutateBytes(bytes, upTo)
      : mutateText(bytes, upTo);
}

/** One file inside a zip is damaged and the zip made whole again: its checksums agree, what it holds does not. */
function mutatePart(bytes: Uint8Array, upTo: (most: number) => number): Uint8Array {
  const files = unzipSync(bytes);
  const paths = Object.keys(files);
  const path = paths[upTo(paths.length - 1)] ?? '';
  const part = files[path] ?? new Uint8Array();
  if (upTo(9) === 0) delete files[path];
  else files[path] = Uint8Array.from(upTo(1) === 0 ? mutateText(part, upTo) : mutateBytes(part, upTo));
  return zipSync(files, { level: 0, mtime: '1990-01-01' });
}

function mutateBytes(bytes: Uint8Array, upTo: (most: number) => number): Uint8Array {
  const made = bytes.slice();
  const at = upTo(made.length - 1);
  switch (upTo(4)) {
    case 0:
      for (let flips = upTo(8); flips >= 0; flips -= 1) made[upTo(made.length - 1)] = upTo(255);
      return made;
    case 1:
      return made.subarray(0, at);
    case 2:
      return Uint8Array.from([...made.subarray(0, at), ...made.subarray(0, Math.min(made.length, 4_000))]);
    case 3:
      return made.fill(0, at, at + upTo(64));
    default:
      return made.subarray(at);
  }
}

function mutateText(bytes: Uint8Array, upTo: (most: number) => number): Uint8Array {
  const lines = strFromU8(bytes).split(/(?<=\n)/);
  for (let times = upTo(2); times >= 0; times -= 1) changeLine(lines, upTo);
  const text = lines.join('');
  if (upTo(40) === 0) return Buffer.from(text, 'utf16le');
  return upTo(40) === 0 ? Buffer.from(text, 'latin1') : strToU8(text);
}

function changeLine(lines: string[], upTo: (most: number) => number): void {
  const at = upTo(lines.length - 1);
  const line = lines[at] ?? '';
  const cells = line.split(/(?<=[,;\t>|])/);
  const place = upTo(cells.length - 1);
  const word = absurd[upTo(absurd.length - 1)] ?? '';
  switch (upTo(6)) {
    case 0:
      cells[place] = `${word},`;
      lines[at] = cells.join('');
      return;
    case 1:
      lines[at] = line.slice(0, upTo(line.length)) + word + line.slice(upTo(line.length));
      return;
    case 2:
      lines.splice(at, 1);
      return;
    case 3:
      lines.splice(at, 0, line.repeat(1 + upTo(20)));
      return;
    case 4:
      cells.splice(place, 1);
      lines[at] = cells.join('');
      return;
    case 5:
      lines[at] = line.replaceAll(',', [';', '\t', '|', ',,'][upTo(3)] ?? ',');
      return;
    default:
      lines[at] = [...cells].reverse().join('');
  }
}

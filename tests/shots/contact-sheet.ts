import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from './camera.ts';

/** All pictures on one page, with what was measured under each. */
export function writeContactSheet(folder: string, pictures: readonly Picture[]): void {
  const figures = pictures.map(
    ({ file, findings }) => `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a>
<figcaption>${escaped(file)}${findings.map((line) => `<br><mark>${escaped(line)}</mark>`).join('')}</figcaption></figure>`,
  );
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Plumbline: pictures</title><style>
body { margin: 1rem; font: 14px system-ui; display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; background: #ddd; }
figure { margin: 0; max-width: 24rem; } img { max-width: 24rem; max-height: 24rem; border: 1px solid #999; }
mark { font-size: 12px; }</style>
${figures.join('\n')}\n`,
  );
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The proceedings as one page that needs nothing else: no script, no address but those of the sources, every text escaped. */
import type { Proceedings } from '../lmi/proceedings.ts';
import { outline } from './proceedings-outline.ts';
import type { Block } from './proceedings-outline.ts';

const STYLE = `
:root { color-scheme: light; }
body { font: 11pt/1.5 Georgia, 'Times New Roman', serif; color: #1b1f24; background: #fff; max-width: 50rem; margin: 2.5rem auto; padding: 0 1.25rem; overflow-wrap: break-word; }
main { overflow-x: auto; }
h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; margin: 2.25rem 0 .5rem; padding-top: .75rem; border-top: 1px solid #c8cdd3; break-after: avoid; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .35rem; break-after: avoid; }
p { margin: .4rem 0; white-space: pre-line; }
.question { font-weight: bold; border-left: 3px solid #1f5a7a; padding-left: .75rem; }
.mark { display: inline-block; margin: .25rem .5rem .25rem 0; padding: .1rem .6rem; border: 1px solid #8a5300; color: #6b4100; border-radius: 1rem; font-size: .9rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.25rem; }
dt { color: #57606a; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.25rem; font-size: .92rem; }
caption { text-align: left; font-weight: bold; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #dfe3e8; }
th { color: #57606a; font-weight: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
blockquote { margin: .75rem 0; padding-left: .9rem; border-left: 3px solid #c8cdd3; }
blockquote footer { color: #57606a; font-size: .9rem; }
thead { display: table-header-group; } tr, blockquote { break-inside: avoid; }
@media print { body { margin: 0; max-width: none; } main { overflow: visible; } }
`.trim();

export function proceedingsHtml(record: Proceedings, changes: readonly string[]): string {
  const title = escapeHtml(`Proceedings: ${record.workshop.title}`);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...outline(record, changes).map(blockHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escapeHtml(block.text)}</h1>`;
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'subheading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'question':
      return `<h3 class="question">${escapeHtml(block.text)}</h3>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'mark':
      return `<p class="mark">${escapeHtml(block.text)}</p>`;
    case 'facts':
      return `<dl>${block.facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
    case 'list':
      return `<ul>${block.texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
    case 'quote':
      return `<blockquote><p>${escapeHtml(block.text)}</p><footer>${escapeHtml(block.by)}</footer></blockquote>`;
    case 'table':
      return tableHtml(block);
  }
}

function tableHtml({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const numeric = (index: number) => (columns[index]?.isNumber ? ' class="number"' : '');
  const head = columns
    .map(({ label }, index) => `<th scope="col"${numeric(index)}>${escapeHtml(label)}</th>`)
    .join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((cell, index) => `<td${numeric(index)}>${escapeHtml(cell)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The proceedings as Markdown. What people wrote stays text: no mark-up, link, image or HTML of theirs comes alive. */
import type { Proceedings } from '../lmi/proceedings.ts';
import { outline } from './proceedings-outline.ts';
import type { Block } from './proceedings-outline.ts';

export function proceedingsMarkdown(record: Proceedings, changes: readonly string[]): string {
  return `${outline(record, changes).map(blockMarkdown).join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${inline(block.text)}`;
    case 'heading':
      return `## ${inline(block.text)}`;
    case 'subheading':
      return `### ${inline(block.text)}`;
    case 'question':
      return `### ${inline(block.text)}`;
    case 'paragraph':
      return block.text.split(/\n+/).map(inline).join('\n\n');
    case 'mark':
      return `**${inline(block.text)}**`;
    case 'facts':
      return block.facts.map(([name, value]) => `- **${inline(name)}:** ${inline(value)}`).join('\n');
    case 'list':
      return block.texts.map((text) => `- ${inline(text)}`).join('\n');
    case 'quote':
      return `> ${inline(block.text)}\n>\n> ${inline(block.by)}`;
    case 'table':
      return tableMarkdown(block);
  }
}

function tableMarkdown({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    `**${inline(caption)}**`,
    '',
    line(columns.map(({ label }) => inline(label))),
    line(columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(inline))),
  ].join('\n');
}

/** One line, with every sign that Markdown or HTML would read written out. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]~^$#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('|', '&#124;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

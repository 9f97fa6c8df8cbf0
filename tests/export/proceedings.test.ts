import { describe, expect, test } from 'vitest';
import { proceedingsHtml } from '../../server/export/proceedings-html.ts';
import { proceedingsMarkdown } from '../../server/export/proceedings-markdown.ts';
import { erasedProceedings } from '../../server/lmi/erased-proceedings.ts';
import { proceedings as schema } from '../../server/lmi/proceedings.ts';
import { proceedings } from '../lmi/revision-fixture.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '[x](javascript:alert(1))',
  '![x](http://evil)',
  '| a | b |',
  '# heading',
  '- item',
  '1. item',
  '&lt;b&gt;',
  '`code`',
  '**bold**',
  '<http://auto>',
  'line\n# next',
];

/** Every text of the proceedings, replaced by `text`. */
function saying(text: string) {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return text;
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        key === 'status' || key === 'role' ? member : fill(member),
      ]),
    );
  };
  return schema.parse(fill(proceedings));
}

describe('the proceedings', () => {
  const html = proceedingsHtml(proceedings, ['Openings: 9 of 14 firms']);
  const markdown = proceedingsMarkdown(proceedings, ['Openings: 9 of 14 firms']);

  test('V1 V3 both say who, what was shown, the question, the rule, the round, the firms, the decision', () => {
    const said = [
      'Projections 2024-34',
      'Which would hurt most?',
      'Round 1. 14 of 14 firms answered, 16 people. Rule: most firms',
      'One of 14 firms abstained.',
      'Openings: 9 of 14 firms',
      'Ask the college',
      'The quorum was 12 firms',
    ];
    for (const words of said) {
      expect(html).toContain(words);
      expect(markdown).toContain(words);
    }
    expect(html).toContain('Ana Lima, Owner, Ajax &amp; Sons');
    expect(html).toContain('17 people more, not named.');
  });

  test.each(hostile)('S6 %j stays text in the page', (text) => {
    const page = proceedingsHtml(saying(text), [text]);
    const body = page.slice(page.indexOf('<body>'));
    const tags = new Set([...body.matchAll(/<\/?([a-zA-Z0-9]+)/g)].map(([, name]) => name));
    expect(
      [...tags].filter(
        (name) =>
          !'body main h1 h2 h3 p dl dt dd ul li table caption thead tr th tbody td blockquote footer html'
            .split(' ')
            .includes(name ?? ''),
      ),
    ).toEqual([]);
    expect(page).not.toMatch(/<[^>]*\son\w+=/);
    expect(page).not.toMatch(/<[^>]*\s(src|href)=/);
  });

  test.each(hostile)('S6 %j stays text in the Markdown', (text) => {
    const written = proceedingsMarkdown(saying(text), [text]);
    expect(written).not.toMatch(/(^|[^\\])\]\(/);
    expect(written.replace(/^>( |$)/gm, '')).not.toMatch(/[<>]/);
    const widths = written
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split('|').length);
    expect(new Set(widths)).toEqual(new Set([4, 7]));
  });

  test('U3 the page needs nothing from anywhere', () => {
    expect(html).not.toMatch(/<(script|link|img|iframe)|@import|url\(/i);
  });

  test('C5 the erased proceedings keep results and rulings and name nobody', () => {
    const erased = proceedingsHtml(erasedProceedings(proceedings), []);
    expect(erased).toContain('Which would hurt most?');
    for (const personal of [
      'Ana Lima',
      'Ajax',
      'Secret Name',
      'alert(1)',
      'Two placements',
      'Ask the college',
    ]) {
      expect(erased).not.toContain(personal);
    }
  });

  test('an interim record, a rehearsal and a stopped topic say so', () => {
    const interim = proceedingsHtml(
      { ...proceedings, isFinal: false, workshop: { ...proceedings.workshop, isRehearsal: true } },
      [],
    );
    expect(interim).toContain('So far: the workshop was not closed');
    expect(interim).toContain('Rehearsal: the employers were simulated.');
    expect(interim).toContain('A topic was stopped 1 time');
  });
});

/** Slides for a presentation: for each occupation what is published beside what employers say, what entrants lack, and the pathway. */
import { backingWords, employersWords, lackingWords, plainSentences } from '../../lmi/public/plain-words.ts';
import type { PublicOccupation } from '../../lmi/public/public-occupation.ts';
import type { PublicPathway } from '../../lmi/public/public-pathway.ts';
import { leadingFigures } from '../../lmi/public/catalogue.ts';
import { emptyDeck } from './deck.ts';
import type { Deck } from './deck.ts';
import { madeFrom, sourceLine } from './material-words.ts';

export interface SlideContent {
  occupation: PublicOccupation;
  pathway: PublicPathway | null;
}

type Slide = ReturnType<Deck['addSlide']>;

const INK = '1A1E24';
const SOFT = '4B535D';
const ACCENT = '0B5A86';
const LINE = 'DBD7CC';
const FONT = 'Arial';
const MASTER = 'plumbline';
const FIGURES = [
  'openings_annual',
  'wage_median_annual',
  'education_typical',
  'training_typical',
  'completions',
];
const GAPS = 6;
/** A slide holds no more steps than can be read from the back. */
const STEPS_EACH = 6;

/** At least one occupation. */
export async function slides(
  title: string,
  contents: readonly [SlideContent, ...SlideContent[]],
): Promise<Uint8Array> {
  const deck = emptyDeck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = title;
  deck.company = 'Plumbline';
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  deck.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0.6, y: 1.18, w: 12.1, h: 0.04, fill: { color: ACCENT } } },
      {
        placeholder: {
          options: {
            ...{ name: 'title', type: 'title', x: 0.6, y: 0.35, w: 12.1, h: 0.8 },
            ...{ fontSize: 30, bold: true, color: INK, align: 'left', valign: 'middle', margin: 0 },
          },
          text: '',
        },
      },
    ],
    slideNumber: { x: 12.2, y: 7.0, fontSize: 11, color: SOFT },
  });
  const [{ occupation }] = contents;
  const foot = madeFrom(occupation.edition);
  cover(deck, title, foot);
  for (const content of contents) {
    glance(deck, content.occupation);
    gaps(deck, content.occupation);
    if (content.pathway) way(deck, content.occupation.title, content.pathway);
  }
  sources(deck, contents, foot);
  const bytes = await deck.write({ outputType: 'uint8array', compression: true });
  if (!(bytes instanceof Uint8Array)) throw new Error('The slides came in another form than was asked for.');
  return bytes;
}

function titled(deck: Deck, title: string): Slide {
  const slide = deck.addSlide({ masterName: MASTER });
  slide.addText(title, { placeholder: 'title' });
  return slide;
}

function cover(deck: Deck, title: string, foot: string): void {
  const slide = titled(deck, title);
  slide.addText('Published figures, and what employers made of them', {
    ...{ x: 0.6, y: 1.6, w: 12, h: 0.8, fontSize: 24, color: ACCENT, fontFace: FONT, margin: 0 },
  });
  slide.addText(foot, {
    x: 0.6,
    y: 5.6,
    w: 12,
    h: 1.2,
    fontSize: 14,
    color: SOFT,
    fontFace: FONT,
    margin: 0,
  });
}

function glance(deck: Deck, occupation: PublicOccupation): void {
  const slide = titled(deck, occupation.title);
  const leading = leadingFigures(occupation);
  const head = ['Figure', 'Published', 'Employers say'].map((text) => ({
    text,
    options: { bold: true, color: SOFT },
  }));
  const rows = FIGURES.flatMap((name) => {
    const figure = leading[name];
    if (!figure) return [];
    const theirs = employersWords(figure);
    const said =
      theirs === null || !figure.validated
        ? figure.group === 'wage'
          ? 'not put to employers'
          : 'not looked at'
        : `${theirs} (${backingWords(figure.validated.backing)})`;
    return [
      [
        { text: `${figure.label}\n${figure.area}, ${figure.period}`, options: { color: INK } },
        { text: figure.published.words, options: { bold: true, color: INK } },
        { text: said, options: { color: theirs === null ? SOFT : ACCENT, bold: theirs !== null } },
      ],
    ];
  });
  slide.addTable([head, ...rows], {
    ...{ x: 0.6, y: 1.5, w: 12.1, colW: [4.1, 4, 4], fontSize: 18, fontFace: FONT, valign: 'middle' },
    margin: [0.08, 0.12, 0.08, 0.12],
    border: { type: 'solid', pt: 0.5, color: LINE },
  });
  slide.addNotes(plainSentences(occupation).join(' '));
}

function gaps(deck: Deck, { title, gaps: all, edition }: PublicOccupation): void {
  const shown = all.filter(({ frequency }) => frequency !== null).slice(0, GAPS);
  if (shown.length === 0) return;
  const slide = titled(deck, `${title}: what entrants lack`);
  // A bar chart counts from the bottom.
  const upwards = shown.toReversed();
  const labels = upwards.map(({ label }) => label);
  slide.addChart(
    'bar',
    [{ name: 'How often lacking', labels, values: upwards.map(({ frequency }) => frequency ?? 0) }],
    {
      ...{ x: 0.6, y: 1.5, w: 7.6, h: 5, barDir: 'bar', chartColors: [ACCENT] },
      ...{
        valAxisMinVal: 0,
        valAxisMaxVal: 3,
        valAxisMajorUnit: 1,
        valAxisHidden: true,
        valGridLine: { style: 'none' },
      },
      ...{ catAxisLabelFontSize: 13, catAxisLabelColor: INK, catAxisLabelFontFace: FONT },
      altText: `How often entrants lack it, from rarely to almost always: ${shown
        .map(({ label, frequency }) => `${label}, ${lackingWords(frequency)}`)
        .join('; ')}.`,
    },
  );
  slide.addText(
    shown.map(({ label, frequency, backing }) => ({
      text: `${label}: ${lackingWords(frequency)}${backing ? ` (${backingWords(backing)})` : ''}`,
      options: { bullet: true, breakLine: true },
    })),
    {
      x: 8.5,
      y: 1.5,
      w: 4.2,
      h: 5,
      fontSize: 14,
      color: INK,
      fontFace: FONT,
      valign: 'top',
      paraSpaceAfter: 6,
    },
  );
  slide.addNotes(madeFrom(edition));
}

function way(deck: Deck, title: string, { steps, counts }: PublicPathway): void {
  const slide = titled(deck, `${title}: the way in, and on`);
  const columns = [
    ['The way in', 'into'],
    ['The occupation', 'focus'],
    ['The ways on', 'out'],
  ] as const;
  for (const [index, [heading, side]] of columns.entries()) {
    const standing = steps.filter((step) => step.side === side && step.presence !== 'removed');
    const rest = standing.length - STEPS_EACH;
    const lines = [
      ...standing
        .slice(0, STEPS_EACH)
        .map(({ label, verdict }) => `${label}${verdict === null ? '' : ` (${verdict})`}`),
      ...(rest > 0 ? [`and ${rest} more`] : []),
    ];
    const x = 0.6 + index * 4.1;
    slide.addText(heading, {
      x,
      y: 1.5,
      w: 3.9,
      h: 0.5,
      fontSize: 18,
      bold: true,
      color: ACCENT,
      fontFace: FONT,
      margin: 0,
    });
    slide.addText(
      lines.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
      { x, y: 2.1, w: 3.9, h: 4, fontSize: 16, color: INK, fontFace: FONT, valign: 'top', paraSpaceAfter: 6 },
    );
  }
  slide.addText(
    `${counts.validated} steps and transitions validated, ${counts.contested} contested, ${counts.undecided} undecided, ${counts.notAsked} not put to employers`,
    { x: 0.6, y: 6.4, w: 11.4, h: 0.5, fontSize: 13, color: SOFT, fontFace: FONT, margin: 0 },
  );
}

function sources(deck: Deck, contents: readonly SlideContent[], foot: string): void {
  const all = new Map(
    contents.flatMap(({ occupation }) => occupation.sources.map((source) => [source.id, sourceLine(source)])),
  );
  const slide = titled(deck, 'Where this is from');
  slide.addText(
    [...all.values(), foot].map((text) => ({ text, options: { bullet: true, breakLine: true } })),
    {
      x: 0.6,
      y: 1.5,
      w: 12.1,
      h: 5.2,
      fontSize: 14,
      color: INK,
      fontFace: FONT,
      valign: 'top',
      paraSpaceAfter: 6,
    },
  );
}

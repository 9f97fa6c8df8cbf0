/** Figures of two revisions side by side: the same figure, or the newest of the same measure and area where the release is another. */
import { measure } from './dataset.ts';
import type { FigureState } from './effective-state.ts';
import { publishedWords, saidWords } from './figure-state-words.ts';
import { measures } from './measures.ts';

type Figures = Readonly<Record<string, FigureState>>;

export function compareFigures(before: Figures, after: Figures): string[] {
  const pairs = pairsOf(before, after);
  return pairs.flatMap(({ name, was, is }) => {
    const published = [was && publishedWords(was), is && publishedWords(is)].map(
      (text) => text ?? 'no figure',
    );
    const said = [was && saidWords(was), is && saidWords(is)].map((text) => text ?? 'nothing said');
    return [
      ...(published[0] === published[1] ? [] : [`${name}, published: ${published.join(' -> ')}`]),
      ...(said[0] === said[1] ? [] : [`${name}, as employers see it: ${said.join(' -> ')}`]),
    ];
  });
}

interface Pair {
  name: string;
  was: FigureState | null;
  is: FigureState | null;
}

function pairsOf(before: Figures, after: Figures): Pair[] {
  const same = Object.keys(before).filter((id) => Object.hasOwn(after, id));
  const known = new Set(same);
  const rest = (figures: Figures) =>
    Map.groupBy(
      Object.entries(figures)
        .filter(([id]) => !known.has(id))
        .map(([, figure]) => figure)
        .sort((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0)),
      ({ measure: name, area }) => `${name}|${area}`,
    );
  const [old, young] = [rest(before), rest(after)];
  const moved = [...new Set([...old.keys(), ...young.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key) ?? [], young.get(key) ?? []];
    return Array.from({ length: Math.max(was.length, is.length) }, (_, index): Pair => {
      const [earlier, later] = [was[index] ?? null, is[index] ?? null];
      return { name: nameOf(later ?? earlier), was: earlier, is: later };
    });
  });
  return [
    ...same.map((id): Pair => ({
      name: nameOf(after[id] ?? null),
      was: before[id] ?? null,
      is: after[id] ?? null,
    })),
    ...moved,
  ].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function nameOf(figure: FigureState | null): string {
  if (!figure) return '';
  const known = measure.safeParse(figure.measure);
  return `${known.success ? measures[known.data].label : figure.measure} (${figure.area})`;
}

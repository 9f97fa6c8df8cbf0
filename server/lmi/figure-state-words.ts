/** A figure of a revision in words: what is published, and what employers say beside it. Both are shown, always (A1). */
import { flag, unit } from './dataset.ts';
import type { FigureState } from './effective-state.ts';
import { formatAmount, formatFigure } from './figures.ts';

/** "42,500 a year (2024-34)". */
export function publishedWords(figure: FigureState): string {
  const known = unit.safeParse(figure.unit);
  const mark = flag.safeParse(figure.flag);
  if (!known.success) return figure.published ?? 'not available';
  const isWords = known.data === 'category';
  const shown = formatFigure({
    unit: known.data,
    value: figure.published === null || isWords ? null : Number(figure.published),
    text: isWords ? figure.published : null,
    flag: mark.success ? mark.data : null,
    lowerBound: figure.lowerBound === null ? null : Number(figure.lowerBound),
  });
  return `${shown} (${figure.period})`;
}

const DIRECTIONS: Readonly<Record<string, string>> = {
  too_low: 'too low',
  too_high: 'too high',
  about_right: 'about right',
  no_majority: 'no majority',
};

/** "51,000 a year", "too low"; null where nobody said anything. */
export function saidWords({ adjusted, direction, unit: name }: FigureState): string | null {
  if (adjusted === null) return direction === null ? null : (DIRECTIONS[direction] ?? direction);
  const known = unit.safeParse(name);
  const value = Number(adjusted);
  const isNumber =
    known.success && known.data !== 'category' && adjusted.trim() !== '' && Number.isFinite(value);
  return isNumber ? formatAmount(value, known.data) : adjusted;
}

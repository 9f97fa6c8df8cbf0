/** A figure of an id-keyed state in words: what is published, and a value beside it. */
import { flag, unit } from './dataset.ts';
import type { FigureState } from './effective-state.ts';
import { formatAmount, formatFigure } from './figures.ts';

export function publishedWords(figure: FigureState): string {
  const known = unit.safeParse(figure.unit);
  const mark = flag.safeParse(figure.flag);
  if (!known.success) return figure.published ?? 'not available';
  const value = figure.published === null || known.data === 'category' ? null : Number(figure.published);
  const text = known.data === 'category' ? figure.published : null;
  const lowerBound = figure.lowerBound === null ? null : Number(figure.lowerBound);
  return formatFigure({ unit: known.data, value, text, flag: mark.success ? mark.data : null, lowerBound });
}

/** `text` is the exact text of a number, or words. */
export function amountWords(text: string, unitName: string): string {
  const known = unit.safeParse(unitName);
  const value = Number(text);
  if (!known.success || known.data === 'category' || text.trim() === '' || !Number.isFinite(value))
    return text;
  return formatAmount(value, known.data);
}

/** One cell of a mapped column: a mark of the mapping, a lower bound, words, or a number in the scale the file counts in. */
import { measures } from '../../lmi/measures.ts';
import { readNumber } from '../number-cell.ts';
import { cellOf, impossible } from '../source-profile.ts';
import type { CellReading } from '../source-profile.ts';
import type { MappedFigure, Mark } from './mapping.ts';

const shifts = { one: 0, thousands: 3, share: 2 } as const;

export function readMappedCell(raw: string, figure: MappedFigure, marks: readonly Mark[]): CellReading {
  const text = cellText(raw);
  const mark = marks.find((one) => one.text === text);
  if (mark) return marked(mark, figure);
  if (text === '') return { ok: false, reason: 'the cell is empty' };
  const { unit } = measures[figure.measure];
  if (unit === 'category') return cellOf({ text });
  const bound = boundOf(text);
  const number = numberIn(bound ?? text, figure);
  if (!number.ok) return number;
  const reason = impossible(figure.measure, number.value);
  if (reason !== null) return { ok: false, reason };
  if (bound !== null) return cellOf({ flag: 'top_coded', lowerBound: number.value });
  return number.value === 0 && figure.zero !== null
    ? cellOf({ flag: figure.zero })
    : cellOf({ value: number.value });
}

/** As a mark is compared: without the spaces and the footnote numbers around it. */
export function cellText(raw: string): string {
  return raw
    .replace(/[\u00A0\s]+/g, ' ')
    .replace(/(?: ?\[\d{1,2}\])+$/, '')
    .trim();
}

/** The amount of ">= 239,200", "≥ 239,200" and "239,200+". */
export function boundOf(text: string): string | null {
  const found = /^(?:>=|\u2265)\s*(.+)$|^(.*\d)\s*\+$/.exec(text);
  return found?.[1] ?? found?.[2] ?? null;
}

export function numberIn(text: string, { measure, scale }: Pick<MappedFigure, 'measure' | 'scale'>) {
  const isPercent = /%$/.test(text);
  if (isPercent && measures[measure].unit !== 'percent')
    return { ok: false as const, reason: 'this is a percentage, and the measure is none' };
  const bare = text.replace(/^([+\u2212-]?)\s*\$\s*/, '$1').replace(/\s*%$/, '');
  return readNumber(bare, isPercent ? 0 : shifts[scale], 'comma');
}

function marked({ flag, perYear, perHour }: Mark, { measure }: MappedFigure): CellReading {
  if (flag !== 'top_coded') return cellOf({ flag });
  const { unit } = measures[measure];
  const bound = unit === 'usd_per_year' ? perYear : unit === 'usd_per_hour' ? perHour : null;
  return bound === null
    ? { ok: false, reason: 'the mapping does not say the amount that this mark is the lower bound of' }
    : cellOf({ flag, lowerBound: bound });
}

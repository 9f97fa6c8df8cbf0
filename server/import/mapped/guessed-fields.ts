/** The fields of the mapping form to start from, where nothing is known but the table. */
import { yearsOfFile } from './carry-periods.ts';
import { guessCase, guessColumns, guessSystem } from './guess-columns.ts';
import type { TableLook } from './look-at-table.ts';
import { mappingLimits } from './mapping.ts';

export type Fields = Readonly<Record<string, string>>;

export function guessedFields(look: TableLook, fileName: string): Fields {
  const guesses = guessColumns(look);
  const codes = look.columns
    .filter((_, place) => guesses[place]?.use === 'code')
    .flatMap(({ samples }) => samples);
  const years = yearsOfFile(look.above, fileName);
  const [from, to] = years;
  const isBare =
    codes.length > 0 && codes.every((text) => /^\d+$/.test(text)) && guessSystem(codes) === 'SOC2018';
  return {
    ...Object.fromEntries(
      guesses.flatMap(({ use, scale, period }, place) => [
        [`use-${place}`, use],
        [`scale-${place}`, scale],
        [`period-${place}`, period],
      ]),
    ),
    ...casesOf(look),
    ...marksOf(look),
    system: guessSystem(codes),
    codeForm: isBare ? 'digits' : 'as_written',
    leaveOut: 'Total',
    release: from === undefined ? '' : to === undefined ? from : `${from}-${to.slice(-2)}`,
    name: fileName.replace(/\.[a-z]+$/i, '').slice(0, 80),
  };
}

/** Each value of a column that may say what the figure is. Fields of a value are the column's, with its place behind. */
function casesOf({ columns, above }: TableLook): Fields {
  return Object.fromEntries(
    columns.flatMap(({ place, values }) =>
      (values ?? []).flatMap((value, at) => {
        const { use, scale, period } = guessCase(value, above);
        const of = `${place}-${at}`;
        return [
          [`use-${of}`, use],
          [`scale-${of}`, scale],
          [`period-${of}`, period],
        ];
      }),
    ),
  );
}

/** The texts in the place of numbers, the commonest first. Only words that say it are taken for "not available". */
export function marksOf({ columns }: TableLook): Fields {
  const counts = new Map<string, number>();
  for (const { text, count } of columns.flatMap(({ texts }) => texts))
    counts.set(text, (counts.get(text) ?? 0) + count);
  const common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mappingLimits.marks / 2);
  return Object.fromEntries(
    common.flatMap(([text], at) => [
      [`mark-${at}`, text],
      [`flag-${at}`, /^(n\/?a|n\.a\.|not available|unavailable)$/i.test(text) ? 'not_available' : ''],
    ]),
  );
}

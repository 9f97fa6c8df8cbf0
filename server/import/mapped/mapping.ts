/**
 * What staff say a table's columns mean, so that it can be read now and recognised when its like comes again. Columns are named by
 * keys (`header-names.ts`) in which years are left open: next year's file has the same keys.
 */
import * as z from 'zod';
import { codeSystem } from '../../lmi/code-systems.ts';
import { flag, measure } from '../../lmi/dataset.ts';

export const mappingLimits = { headerLines: 4, figures: 60, marks: 40, filters: 8, values: 40 } as const;

const key = z.string().min(1).max(240);
const words = z.string().trim().min(1).max(160);
/** Period and area become part of a figure's id, which the vertical bar divides. */
const idPart = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((text) => !text.includes('|'));

/** As the file counts: single persons or dollars, thousands of persons, or a share of 1 where percent is meant. */
const scale = z.enum(['one', 'thousands', 'share']);
export type Scale = z.infer<typeof scale>;

export const mappedFigure = z.strictObject({
  column: key,
  measure,
  scale,
  /** In the publisher's terms: "2022", "2022-32". Empty where a column of its own says it. */
  period: idPart.or(z.literal('')),
  /** What a zero stands for, where it is no number: some publishers print 0 for "not available". */
  zero: flag.exclude(['top_coded']).nullable(),
  /** In a table of one figure a row: only where this column says this, such as "Median wage". */
  when: z
    .strictObject({ column: key, value: z.string().max(160) })
    .nullable()
    .default(null),
});
export type MappedFigure = z.infer<typeof mappedFigure>;

/** A text in place of a number. A lower bound says the amount it bounds, a year and an hour, as the publisher's legend does. */
const mark = z.strictObject({
  /** Empty: the cell is empty. */
  text: z.string().max(60),
  flag,
  perYear: z.number().nonnegative().nullable(),
  perHour: z.number().nonnegative().nullable(),
});
export type Mark = z.infer<typeof mark>;

export const mapping = z.strictObject({
  /** Name of the sheet; null where the file is the table. */
  sheet: z.string().max(80).nullable(),
  /** How many lines the header has; the names of a column stand one under the other. */
  headerLines: z.int().min(1).max(mappingLimits.headerLines),
  /** Every column of the table: the marks by which a like file is recognised. */
  columns: z.array(key).min(1).max(200),
  code: key.nullable(),
  /** `digits`: the punctuation of the code is missing in the file (291141 is 29-1141; 10 is the NOC code 00010). */
  codeForm: z.enum(['as_written', 'digits']),
  system: codeSystem,
  title: key.nullable(),
  area: key.nullable(),
  /** Where no column says it; null: the area the import is for. */
  areaName: idPart.nullable(),
  period: key.nullable(),
  figures: z.array(mappedFigure).min(1).max(mappingLimits.figures),
  marks: z.array(mark).max(mappingLimits.marks),
  /** Only rows in which each of these columns says one of the values. */
  only: z
    .array(
      z.strictObject({
        column: key,
        values: z.array(z.string().max(160)).min(1).max(mappingLimits.values),
      }),
    )
    .max(mappingLimits.filters),
  /** Rows whose first filled cell begins so are left out. */
  leaveOut: z.array(words).max(20),
  source: z.strictObject({
    publisher: words,
    title: words,
    release: idPart,
    licence: words,
    url: z.url({ protocol: /^https?$/ }).nullable(),
  }),
  /** Years in the lines above the rows, in order: by them a later file's periods are told. */
  years: z.array(z.string()),
});
export type Mapping = z.infer<typeof mapping>;

export const importProfile = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(/^p-[0-9a-z]{10}$/),
  name: words,
  savedAt: z.number(),
  /** The file it was made from: the same file needs no question. */
  fileName: z.string(),
  sha256: z.string(),
  mapping,
});
export type ImportProfile = z.infer<typeof importProfile>;

/** Every column that something is read from. */
export function usedColumns({ code, title, area, period, figures, only }: Mapping): string[] {
  const named = [code, title, area, period].filter((column) => column !== null);
  const ofFigures = figures.flatMap(({ column, when }) => (when ? [column, when.column] : [column]));
  return [...new Set([...named, ...ofFigures, ...only.map(({ column }) => column)])];
}

/** The mapping that the fields of the form say, or everything that is missing, in sentences. */
import { measure } from '../../lmi/dataset.ts';
import type { Measure } from '../../lmi/dataset.ts';
import { measures } from '../../lmi/measures.ts';
import { yearsOfFile } from './carry-periods.ts';
import type { Fields } from './guessed-fields.ts';
import type { TableLook } from './look-at-table.ts';
import { mapping as mappingSchema } from './mapping.ts';
import type { Mapping } from './mapping.ts';

export function mappingFrom(
  fields: Fields,
  look: TableLook,
  sheet: string | null,
  fileName: string,
): { mapping: Mapping } | { problems: string[] } {
  const text = (name: string): string => (fields[name] ?? '').trim();
  const using = (role: string): string[] =>
    look.columns.filter(({ place }) => text(`use-${place}`) === role).map(({ key }) => key);
  const figureOf = (of: string, column: string, when: SaidFigure['when']): SaidFigure[] => {
    const name = measure.safeParse(text(`use-${of}`));
    if (!name.success) return [];
    const scale = text(`scale-${of}`) || 'one';
    const zero = text(`zero-${of}`) || null;
    const period = using('period').length > 0 ? '' : text(`period-${of}`);
    return [{ column, measure: name.data, scale, period, zero, when }];
  };
  const [value = ''] = using('value');
  const figures = look.columns.flatMap(({ key, place, values }) =>
    text(`use-${place}`) === 'measure'
      ? (values ?? []).flatMap((one, at) => figureOf(`${place}-${at}`, value, { column: key, value: one }))
      : figureOf(String(place), key, null),
  );
  const problems = [
    ...Object.entries(roles).flatMap(([role, words]) =>
      using(role).length > 1 ? [`Only one column can be ${words}; ${using(role).length} are.`] : [],
    ),
    ...(using('measure').length > 0 && value === ''
      ? ['Say which column is the figure that the other one names.']
      : []),
    ...(using('measure').length === 0 && value !== ''
      ? ['Say which column says what the figure is, or which measure the figure is.']
      : []),
    ...(using('code').length + using('title').length === 0
      ? ['Say which column is the occupation code, or at least which is the title.']
      : []),
    ...(figures.length === 0 ? ['Say of at least one column which measure it holds.'] : []),
    ...figureProblems(figures, look, using('period').length > 0),
    ...(['publisher', 'source', 'release', 'licence'] as const).flatMap((name) =>
      text(name) === '' ? [missing[name]] : [],
    ),
  ];
  if (problems.length > 0) return { problems };
  const read = mappingSchema.safeParse({
    sheet,
    headerLines: look.lines,
    columns: look.columns.map(({ key }) => key),
    code: using('code')[0] ?? null,
    codeForm: text('codeForm') || 'as_written',
    system: text('system') || 'SOC2018',
    title: using('title')[0] ?? null,
    area: using('area')[0] ?? null,
    areaName: text('areaName') || null,
    period: using('period')[0] ?? null,
    figures,
    marks: marksFrom(fields),
    only: onlyFrom(fields, look),
    leaveOut: text('leaveOut')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
    source: {
      publisher: text('publisher'),
      title: text('source'),
      release: text('release'),
      licence: text('licence'),
      url: text('url') || null,
    },
    years: yearsOfFile(look.above, fileName),
  });
  if (read.success) return { mapping: read.data };
  return { problems: [...new Set(read.error.issues.map(({ path }) => unusable(path)))] };
}

const roles = {
  code: 'the code',
  title: 'the title',
  area: 'the area',
  period: 'the period',
  measure: 'what says what the figure is',
  value: 'the figure',
} as const;

/** Of the form, not judged yet. */
interface SaidFigure {
  column: string;
  measure: Measure;
  scale: string;
  period: string;
  zero: string | null;
  when: { column: string; value: string } | null;
}

const missing = {
  publisher: 'Say who publishes the table.',
  source: 'Say what the publication is called.',
  release: 'Say which release it is.',
  licence: 'Say under which terms it may be used; write “not stated” where the publisher does not say.',
};

/** A figure without a period has no place, and two of one measure and period would be the same figure. */
function figureProblems(figures: readonly SaidFigure[], look: TableLook, hasPeriodColumn: boolean): string[] {
  const name = ({ column, when }: SaidFigure): string =>
    when?.value ?? look.columns.find(({ key }) => key === column)?.name ?? column;
  const said = new Map<string, SaidFigure>();
  return figures.flatMap((figure) => {
    const { measure, scale, period } = figure;
    const { label, unit } = measures[measure];
    const earlier = said.get(`${measure} ${period}`);
    said.set(`${measure} ${period}`, figure);
    const isOff =
      (scale === 'thousands' && !/^persons/.test(unit)) || (scale === 'share' && unit !== 'percent');
    return [
      ...(period === '' && !hasPeriodColumn ? [`Say of when “${name(figure)}” is.`] : []),
      ...(earlier === undefined
        ? []
        : [
            `“${name(earlier)}” and “${name(figure)}” would both be: ${[label, period].filter(Boolean).join(' ')}.`,
          ]),
      ...(isOff
        ? [
            `“${name(figure)}”: ${label} cannot be counted in ${scale === 'share' ? 'shares of 1' : 'thousands'}.`,
          ]
        : []),
    ];
  });
}

function marksFrom(fields: Fields) {
  const amount = (text: string | undefined): number | null => {
    const digits = (text ?? '').replace(/[$,\s]/g, '');
    return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : null;
  };
  return Object.keys(fields).flatMap((name) => {
    const at = /^mark-(\d+)$/.exec(name)?.[1];
    const flag = fields[`flag-${at ?? ''}`];
    if (at === undefined || !flag) return [];
    const isBound = flag === 'top_coded';
    return [
      {
        text: (fields[name] ?? '').trim(),
        flag,
        perYear: isBound ? amount(fields[`year-${at}`]) : null,
        perHour: isBound ? amount(fields[`hour-${at}`]) : null,
      },
    ];
  });
}

function onlyFrom(fields: Fields, { columns }: TableLook) {
  return columns.flatMap(({ key, place, values }) => {
    const kept = (values ?? []).filter((value, at) => fields[`only-${place}-${at}`] === value);
    return kept.length > 0 ? [{ column: key, values: kept }] : [];
  });
}

function unusable(path: readonly PropertyKey[]): string {
  const [part, , name] = path;
  if (part === 'source' && path[1] === 'url')
    return 'The web address does not begin with http:// or https://.';
  if (part === 'figures' && name === 'period')
    return 'A period has at most 60 characters and no vertical bar.';
  return `The part “${String(part)}” cannot be used as it is: it is too long, or has a sign that it cannot have.`;
}

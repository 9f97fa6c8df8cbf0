/** The mapping that the fields of the form say, or everything that is missing, in sentences. */
import { measure } from '../../lmi/dataset.ts';
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
  const figures = look.columns.flatMap(({ key, place }) => {
    const name = measure.safeParse(text(`use-${place}`));
    if (!name.success) return [];
    const scale = text(`scale-${place}`) || 'one';
    const zero = text(`zero-${place}`) || null;
    return [
      {
        column: key,
        measure: name.data,
        scale,
        period: using('period').length > 0 ? '' : text(`period-${place}`),
        zero,
      },
    ];
  });
  const problems = [
    ...(['code', 'title', 'area', 'period'] as const).flatMap((role) =>
      using(role).length > 1 ? [`Only one column can be the ${role}; ${using(role).length} are.`] : [],
    ),
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

const missing = {
  publisher: 'Say who publishes the table.',
  source: 'Say what the publication is called.',
  release: 'Say which release it is.',
  licence: 'Say under which terms it may be used; write “not stated” where the publisher does not say.',
};

/** A figure without a period has no place, and two of one measure and period would be the same figure. */
function figureProblems(
  figures: readonly {
    column: string;
    measure: Mapping['figures'][number]['measure'];
    scale: string;
    period: string;
  }[],
  look: TableLook,
  hasPeriodColumn: boolean,
): string[] {
  const name = (key: string): string => look.columns.find((column) => column.key === key)?.name ?? key;
  const said = new Map<string, string>();
  return figures.flatMap(({ column, measure, scale, period }) => {
    const { label, unit } = measures[measure];
    const earlier = said.get(`${measure} ${period}`);
    said.set(`${measure} ${period}`, column);
    const isOff =
      (scale === 'thousands' && !/^persons/.test(unit)) || (scale === 'share' && unit !== 'percent');
    return [
      ...(period === '' && !hasPeriodColumn ? [`Say of when “${name(column)}” is.`] : []),
      ...(earlier === undefined
        ? []
        : [`“${name(earlier)}” and “${name(column)}” would both be: ${label} ${period}.`]),
      ...(isOff
        ? [
            `“${name(column)}”: ${label} cannot be counted in ${scale === 'share' ? 'shares of 1' : 'thousands'}.`,
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

/** A saved mapping in the fields of the form, for changing it: what this table does not have is left open. */
import { marksOf } from './guessed-fields.ts';
import type { Fields } from './guessed-fields.ts';
import type { TableLook } from './look-at-table.ts';
import type { MappedFigure, Mapping } from './mapping.ts';

const numberText = (amount: number | null): string => (amount === null ? '' : String(amount));

export function fieldsOf(mapping: Mapping, name: string, look: TableLook): Fields {
  const fields: Record<string, string> = {
    system: mapping.system,
    codeForm: mapping.codeForm,
    areaName: mapping.areaName ?? '',
    leaveOut: mapping.leaveOut.join('\n'),
    publisher: mapping.source.publisher,
    source: mapping.source.title,
    release: mapping.source.release,
    licence: mapping.source.licence,
    url: mapping.source.url ?? '',
    name,
  };
  for (const { key, place, values } of look.columns) {
    const own = mapping.figures.find(({ column, when }) => column === key && when === null);
    fields[`use-${place}`] = own?.measure ?? roleOf(key, mapping) ?? '';
    if (own) Object.assign(fields, figureFields(own, String(place)));
    for (const [at, value] of (values ?? []).entries()) {
      const of = mapping.figures.find(({ when }) => when?.column === key && when.value === value);
      if (of)
        Object.assign(fields, { [`use-${place}-${at}`]: of.measure }, figureFields(of, `${place}-${at}`));
    }
    const kept = mapping.only.find(({ column }) => column === key)?.values ?? [];
    for (const [at, value] of (values ?? []).entries())
      if (kept.includes(value)) fields[`only-${place}-${at}`] = value;
  }
  for (const [at, mark] of mapping.marks.entries()) {
    fields[`mark-${at}`] = mark.text;
    fields[`flag-${at}`] = mark.flag;
    fields[`year-${at}`] = numberText(mark.perYear);
    fields[`hour-${at}`] = numberText(mark.perHour);
  }
  return withMarksOf(look, fields, mapping);
}

function roleOf(key: string, mapping: Mapping): string | undefined {
  const role = (['code', 'title', 'area', 'period'] as const).find((one) => mapping[one] === key);
  if (role !== undefined) return role;
  if (mapping.figures.some(({ when }) => when?.column === key)) return 'measure';
  return mapping.figures.some(({ column, when }) => column === key && when !== null) ? 'value' : undefined;
}

function figureFields({ scale, period, zero }: MappedFigure, of: string): Fields {
  return { [`scale-${of}`]: scale, [`period-${of}`]: period, [`zero-${of}`]: zero ?? '' };
}

/** Texts of this table that the mapping does not know are put to staff too. */
function withMarksOf(look: TableLook, fields: Record<string, string>, { marks }: Mapping): Fields {
  const known = new Set(marks.map(({ text }) => text));
  const found = marksOf(look);
  const texts = Object.keys(found).filter(
    (name) => name.startsWith('mark-') && !known.has(found[name] ?? ''),
  );
  for (const [at, name] of texts.entries()) fields[`mark-${marks.length + at}`] = found[name] ?? '';
  return fields;
}

/** What Plumbline's own two CSVs share: units with a declared scale, cells, and sources named in columns. */
import { flag, measure } from '../lmi/dataset.ts';
import type { Measure, Source, Unit } from '../lmi/dataset.ts';
import { unguardText } from '../lmi/inert-text.ts';
import { measures } from '../lmi/measures.ts';
import { readNumber } from './number-cell.ts';
import { cellOf, headerText, impossible } from './source-profile.ts';
import type { CellReading, FileContext } from './source-profile.ts';

export interface DeclaredUnit {
  unit: Unit;
  /** 3 where the file declares thousands. */
  shift: number;
}

/** Names a file may give for a measure's unit: the unit itself, or thousands of it for people. */
function acceptedUnits(name: Measure): ReadonlyMap<string, DeclaredUnit> {
  const own = measures[name].unit;
  const accepted = new Map<string, DeclaredUnit>([[own, { unit: own, shift: 0 }]]);
  if (own === 'persons' || own === 'persons_per_year')
    accepted.set(`thousand_${own}`, { unit: own, shift: 3 });
  return accepted;
}

export function declaredUnit(name: Measure, declared: string): DeclaredUnit | { reason: string } {
  const accepted = acceptedUnits(name);
  const found = accepted.get(declared.trim());
  return (
    found ?? {
      reason: `the unit of ${name} is ${[...accepted.keys()].join(' or ')}, not "${declared.trim()}"`,
    }
  );
}

export function isMeasure(name: string): name is Measure {
  return measure.safeParse(name).success;
}

/** A header cell as a column name: lower case, with underscores. */
export function columnName(cell: string): string {
  return headerText(cell).toLowerCase().replaceAll(' ', '_');
}

export function readDeclaredNumber(name: Measure, cell: string, shift: number) {
  const number = readNumber(cell, shift, 'none');
  if (!number.ok) return number;
  const reason = impossible(name, number.value);
  return reason === null ? number : { ok: false as const, reason };
}

/** A cell of the wide table: a number, words, a flag's name, or `>=239200` for a lower bound. */
export function readWideCell(name: Measure, raw: string, shift: number): CellReading {
  const text = raw.trim();
  if (text === 'N/A') return cellOf({ flag: 'not_available' });
  const named = flag.safeParse(text);
  if (named.success && named.data !== 'top_coded') return cellOf({ flag: named.data });
  if (measures[name].unit === 'category') return cellOf({ text: unguardText(text) });
  const bound = /^>=\s*(.+)$/.exec(text)?.[1];
  const number = readDeclaredNumber(name, bound ?? text, shift);
  if (!number.ok) {
    const isWord = /^[^\d]*$/.test(text);
    const flags = flag.options.filter((option) => option !== 'top_coded').join(', ');
    return { ok: false, reason: isWord ? `this is neither a number nor a flag (${flags})` : number.reason };
  }
  return bound === undefined
    ? cellOf({ value: number.value })
    : cellOf({ flag: 'top_coded', lowerBound: number.value });
}

const notStated = 'not stated';

/** Collects the sources that rows name. A file that names none is its own source. */
export class NamedSources {
  #context: FileContext;
  #sources = new Map<string, Source>();

  constructor(context: FileContext) {
    this.#context = context;
  }

  /** The id of the row's source; the first row that names it says its title, publisher and release. */
  take(named: { id: string; title: string; publisher: string; release: string }): string {
    const id = named.id === '' ? this.#context.sourceId : named.id;
    if (!this.#sources.has(id)) {
      this.#sources.set(id, {
        id,
        title: named.title || (named.id === '' ? this.#context.fileName : named.id),
        publisher: named.publisher || notStated,
        release: named.release || notStated,
        file: this.#context.fileName,
        licence: notStated,
        url: null,
        retrievedAt: null,
      });
    }
    return id;
  }

  all(): Source[] {
    return [...this.#sources.values()];
  }
}

/** Area, period and source become part of a figure's id, which the vertical bar divides. */
export function unfitForId(text: string): boolean {
  return text === '' || text.length > 60 || text.includes('|');
}

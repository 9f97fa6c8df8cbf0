/** Takes rows one by one: judges code, width and duplicates, keeps what they hold, and writes down what became of each (A5). */
import type { CodeList } from '../lmi/code-list.ts';
import type { Observation, Occupation } from '../lmi/dataset.ts';
import { observationId } from '../lmi/observation-id.ts';
import type { CsvRecord } from './csv-records.ts';
import type { FoundHeader } from './find-header.ts';
import { importLimits } from './limits.ts';
import type { ImportReport } from './report.ts';
import { RowCodes } from './row-code.ts';
import type { RowOccupation } from './row-code.ts';
import { RowParts } from './row-parts.ts';
import type { AroundRow, ReadFigure, ReadRow } from './source-profile.ts';

const footnote =
  /^([*\u2020\u2021]|\[?\d+\]?[ .]|notes?\b|sources?\b|footnotes?\b|end of\b|last modified\b)/i;
/** Above this width a row without figures has lost its form, and is no remark under the table. */
const remarkWidth = 2;

export class RowImport {
  readonly observations: Observation[] = [];
  readonly parts = new RowParts();
  readonly #occupations = new Map<string, Occupation>();
  readonly #lineOfFigure = new Map<string, number>();
  readonly #header: FoundHeader;
  readonly #codes: RowCodes;
  readonly #report: ImportReport;
  /** Rows about other occupations are left out; null: every occupation is taken. */
  readonly #only: ReadonlySet<string> | null;

  constructor(
    header: FoundHeader,
    codes: CodeList,
    report: ImportReport,
    only: ReadonlySet<string> | null = null,
  ) {
    this.#header = header;
    this.#codes = new RowCodes(codes, report);
    this.#report = report;
    this.#only = only;
  }

  get occupations(): Occupation[] {
    return [...this.#occupations.values()];
  }

  take(record: CsvRecord): void {
    const filled = record.cells.filter((cell) => cell.trim() !== '');
    const [only = ''] = filled;
    if (filled.length === 0) return;
    if (filled.length === 1 && this.#header.width > remarkWidth && footnote.test(only.trim()))
      return this.#report.skip(record.line, only);
    this.#report.countRow();
    const { line } = record;
    const reason = this.#misshapen(record);
    if (reason !== null) return this.#report.rejectRow(line, reason, filled.join(' | '));
    const row = this.#header.reader.read(record.cells, line);
    switch (row.kind) {
      case 'left_out':
        return this.#report.leaveOut(row.reason);
      case 'rejected':
        return this.#report.rejectRow(line, row.reason, row.text, row.column);
      case 'around':
        return this.#takeAround(line, row);
      case 'occupation':
        return this.#takeOccupation(line, row);
    }
  }

  #misshapen({ cells }: CsvRecord): string | null {
    const { width } = this.#header;
    const isOverfull = cells.slice(width).some((cell) => cell.trim() !== '');
    if (!isOverfull && (cells.length >= width || this.#header.namesColumns)) return null;
    return `the row has ${cells.length} cells, the header has ${width}`;
  }

  #takeAround(line: number, row: AroundRow): void {
    if (this.parts.take(line, row.parts) === 'repeated')
      return this.#report.rejectRow(line, 'the same stands on an earlier line', `${row.code} ${row.title}`);
    this.#report.keepRow(line, row, [], row.becomes);
  }

  #takeOccupation(line: number, row: ReadRow): void {
    const found = this.#codes.of(line, row);
    if ('reason' in found)
      return this.#report.rejectRow(line, found.reason, `${(row.code ?? '').trim()} ${row.title}`.trim());
    const { occupation } = found;
    if (this.#only && !this.#only.has(occupation.code))
      return this.#report.leaveOut('an occupation that the dataset does not hold');
    this.#keep(line, occupation, row);
  }

  #keep(line: number, { code, ...found }: RowOccupation, row: ReadRow): void {
    const kept = row.figures.flatMap((figure) => this.#observe(line, code, figure));
    const isWithout = row.figures.length === 0 && row.rejected.length === 0;
    const holdsWords = isWithout && Boolean(row.description || row.aliases?.length);
    if (kept.length === 0 && !row.skill && !row.related && !holdsWords)
      return this.#rejectEmpty(line, code, row);
    for (const { column, reason, text } of row.rejected)
      this.#report.rejectFigure(line, column, reason, text);
    const duplicates = row.figures.length - kept.length;
    if (duplicates > 0)
      this.#report.rejectFigure(line, null, `${duplicates} of its figures were read before`, code);
    this.observations.push(...kept);
    if (row.skill) this.parts.skill(line, code, row.skill);
    if (row.related) this.parts.related(line, code, row.related);
    const occupation = this.#occupation({ code, ...found }, row);
    this.#report.keepRow(line, occupation, kept, becomesOf(row));
  }

  #rejectEmpty(line: number, code: string, row: ReadRow): void {
    const [first] = row.rejected;
    if (row.figures.length > 0) this.#rejectDuplicate(line, code, row);
    else if (first === undefined)
      this.#report.rejectRow(line, 'the row holds no figure', `${code} ${row.title}`);
    else this.#report.rejectRow(line, first.reason, first.text, first.column);
  }

  #observe(line: number, occupation: string, figure: ReadFigure): Observation[] {
    const observation = { ...figure, occupation, row: figure.row === undefined ? line : figure.row };
    const id = observationId(observation);
    if (this.#lineOfFigure.has(id) || this.observations.length >= importLimits.figures) return [];
    this.#lineOfFigure.set(id, line);
    return [{ id, ...observation }];
  }

  #rejectDuplicate(line: number, occupation: string, row: ReadRow): void {
    const [figure] = row.figures;
    const earlier = figure && this.#lineOfFigure.get(observationId({ ...figure, occupation }));
    this.#report.rejectRow(
      line,
      `the same figures stand on line ${earlier ?? '?'}`,
      `${occupation} ${row.title}`,
    );
  }

  #occupation(found: RowOccupation, row: ReadRow): Occupation {
    const known = this.#occupations.get(found.code);
    if (known) {
      const more = (row.aliases ?? []).filter((alias) => !known.aliases.includes(alias));
      known.aliases.push(...more.slice(0, Math.max(0, mostAliases - known.aliases.length)));
      if (row.description) known.description = row.description;
      return known;
    }
    const occupation: Occupation = {
      ...found,
      aliases: row.aliases?.length ? [...row.aliases] : [...this.#codes.aliases(found.code)],
      ...(row.description ? { description: row.description } : {}),
    };
    this.#occupations.set(found.code, occupation);
    return occupation;
  }
}

const mostAliases = 200;

function becomesOf({ skill, related, description, aliases }: ReadRow): string[] {
  return [
    ...(skill ? [`skill: ${skill.name}`] : []),
    ...(related ? [`related occupation: ${related.title}`] : []),
    ...(description ? [description] : []),
    ...(aliases?.length && !skill && !related ? [`also called: ${aliases.join(', ')}`] : []),
  ];
}

/** Takes rows one by one: judges code, width and duplicates, keeps figures, and writes down what became of each row (A5). */
import type { CodeList } from '../lmi/code-list.ts';
import { nearestMatch } from '../lmi/code-list-nearest.ts';
import type { Observation, Occupation } from '../lmi/dataset.ts';
import { observationId } from '../lmi/observation-id.ts';
import { isBlsHybrid, isSocGroup, readSocCode } from '../lmi/soc.ts';
import type { CsvRecord } from './csv-records.ts';
import type { FoundHeader } from './find-header.ts';
import { importLimits } from './limits.ts';
import type { ImportReport } from './report.ts';
import type { ReadFigure, ReadRow } from './source-profile.ts';

const footnote =
  /^([*\u2020\u2021]|\[?\d+\]?[ .]|notes?\b|sources?\b|footnotes?\b|end of\b|last modified\b)/i;

export class RowImport {
  readonly observations: Observation[] = [];
  readonly #occupations = new Map<string, Occupation>();
  readonly #lineOfFigure = new Map<string, number>();
  readonly #header: FoundHeader;
  readonly #codes: CodeList;
  readonly #report: ImportReport;

  constructor(header: FoundHeader, codes: CodeList, report: ImportReport) {
    this.#header = header;
    this.#codes = codes;
    this.#report = report;
  }

  get occupations(): Occupation[] {
    return [...this.#occupations.values()];
  }

  take(record: CsvRecord): void {
    const filled = record.cells.filter((cell) => cell.trim() !== '');
    const [only = ''] = filled;
    if (filled.length === 0) return;
    if (filled.length === 1 && footnote.test(only.trim())) return this.#report.skip(record.line, only);
    this.#report.countRow();
    const reason = this.#misshapen(record);
    if (reason !== null) return this.#report.rejectRow(record.line, reason, filled.join(' | '));
    const row = this.#header.reader.read(record.cells);
    const code = this.#knownCode(record.line, row);
    if (code !== null) this.#keep(record.line, code, row);
  }

  #misshapen({ cells }: CsvRecord): string | null {
    const { width } = this.#header;
    const isOverfull = cells.slice(width).some((cell) => cell.trim() !== '');
    if (!isOverfull && cells.length >= width) return null;
    return `the row has ${cells.length} cells, the header has ${width}`;
  }

  /** The row's code where it is one occupation of the code list; otherwise the row is rejected with what it may have meant. */
  #knownCode(line: number, row: ReadRow): string | null {
    const reading = readSocCode(row.code);
    const reject = (reason: string): null => {
      this.#report.rejectRow(line, reason, `${row.code.trim()} ${row.title}`.trim());
      return null;
    };
    if (!reading.ok) {
      const likely = reading.likely === null ? null : this.#codes.get(reading.likely);
      return reject(likely ? `${reading.reason}; probably ${likely.code} ${likely.title}` : reading.reason);
    }
    if (this.#codes.has(reading.code)) return reading.code;
    if (isSocGroup(reading.code))
      return reject(`${reading.code} is a group of occupations, not one occupation`);
    const match = nearestMatch(this.#codes, reading.code, row.title);
    const suggestion = match === null ? null : { code: match.code, title: match.title };
    this.#report.unknownCode({ line, code: reading.code, title: row.title, suggestion });
    const nearest =
      suggestion === null ? 'nothing is near it' : `nearest: ${suggestion.code} ${suggestion.title}`;
    return reject(`${reading.code} is not in the code list; ${nearest}`);
  }

  #keep(line: number, code: string, row: ReadRow): void {
    const kept = row.figures.flatMap((figure) => this.#observe(line, code, figure));
    if (kept.length === 0) {
      const [first] = row.rejected;
      const isDuplicate = row.figures.length > 0;
      if (isDuplicate) this.#rejectDuplicate(line, code, row);
      else if (first === undefined)
        this.#report.rejectRow(line, 'the row holds no figure', `${code} ${row.title}`);
      else this.#report.rejectRow(line, first.reason, first.text, first.column);
      return;
    }
    for (const { column, reason, text } of row.rejected)
      this.#report.rejectFigure(line, column, reason, text);
    const duplicates = row.figures.length - kept.length;
    if (duplicates > 0)
      this.#report.rejectFigure(line, null, `${duplicates} of its figures were read before`, code);
    this.observations.push(...kept);
    const occupation = this.#occupation(code, row);
    this.#report.keepRow(line, occupation, kept);
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

  #occupation(code: string, row: ReadRow): Occupation {
    const known = this.#occupations.get(code);
    if (known) return known;
    const entry = this.#codes.get(code);
    const occupation: Occupation = {
      code,
      system: this.#codes.system,
      level: isBlsHybrid(code) ? 'bls_hybrid' : 'detailed',
      title: row.title || (entry?.title ?? code),
      aliases: row.aliases?.length ? row.aliases : [...(entry?.aliases ?? [])],
    };
    this.#occupations.set(code, occupation);
    return occupation;
  }
}

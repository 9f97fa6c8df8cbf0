/** Counts and lists what became of the rows of one file. */
import type { Observation } from '../lmi/dataset.ts';
import { formatFigure } from '../lmi/figures.ts';
import { noFlagsYet } from '../lmi/flags.ts';
import { importLimits } from './limits.ts';
import type {
  ImportPreview,
  ImportRejection,
  ImportSampleRow,
  OtherVintage,
  UnknownCode,
} from './preview.ts';

const shownCharacters = 160;

export class ImportReport {
  #rowsRead = 0;
  #rowsKept = 0;
  #rowsRejected = 0;
  #rejected: ImportRejection[] = [];
  #rejectedCount = 0;
  #unknownCodes: UnknownCode[] = [];
  #unknownCodesCount = 0;
  #leftOut = new Map<string, number>();
  #otherVintage: OtherVintage[] = [];
  #otherVintageCount = 0;
  #otherTitles: ImportPreview['otherTitles'] = [];
  #otherTitlesCount = 0;
  #skipped: { line: number; text: string }[] = [];
  #firstRows: ImportSampleRow[] = [];

  countRow(): void {
    this.#rowsRead += 1;
  }

  skip(line: number, text: string): void {
    if (this.#skipped.length < importLimits.listed) this.#skipped.push({ line, text: shorten(text) });
  }

  rejectRow(line: number, reason: string, text: string, column: string | null = null): void {
    this.#rowsRejected += 1;
    this.rejectFigure(line, column, reason, text);
  }

  /** One figure of a row whose other figures may be kept. */
  rejectFigure(line: number, column: string | null, reason: string, text: string): void {
    this.#rejectedCount += 1;
    if (this.#rejected.length < importLimits.listed)
      this.#rejected.push({ line, column, reason, text: shorten(text) });
  }

  unknownCode(unknown: UnknownCode): void {
    this.#unknownCodesCount += 1;
    if (this.#unknownCodes.length < importLimits.listed) this.#unknownCodes.push(unknown);
  }

  leaveOut(reason: string): void {
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1);
  }

  otherVintage(found: OtherVintage): void {
    this.#otherVintageCount += 1;
    if (this.#otherVintage.length < importLimits.listed) this.#otherVintage.push(found);
  }

  otherTitle(found: ImportPreview['otherTitles'][number]): void {
    this.#otherTitlesCount += 1;
    if (this.#otherTitles.length < importLimits.listed) this.#otherTitles.push(found);
  }

  keepRow(
    line: number,
    subject: { code: string; title: string },
    figures: readonly Observation[],
    becomes: readonly string[],
  ): void {
    this.#rowsKept += 1;
    if (this.#firstRows.length >= importLimits.sampleRows) return;
    this.#firstRows.push({
      line,
      code: subject.code,
      title: shorten(subject.title),
      becomes: becomes.map(shorten),
      figures: figures.map((figure) => ({
        measure: figure.measure,
        period: figure.period,
        area: figure.area,
        raw: figure.raw,
        shown: formatFigure(figure),
      })),
    });
  }

  get rowsRead(): number {
    return this.#rowsRead;
  }

  get rowsKept(): number {
    return this.#rowsKept;
  }

  /** The part of the preview that the rows decide. */
  summary(occupations: number, observations: readonly Observation[]) {
    const flags = noFlagsYet();
    for (const { flag } of observations) if (flag !== null) flags[flag] += 1;
    return {
      rowsRead: this.#rowsRead,
      rowsKept: this.#rowsKept,
      rowsRejected: this.#rowsRejected,
      rejected: this.#rejected,
      rejectedCount: this.#rejectedCount,
      unknownCodes: this.#unknownCodes,
      unknownCodesCount: this.#unknownCodesCount,
      skipped: this.#skipped,
      firstRows: this.#firstRows,
      leftOut: [...this.#leftOut].map(([reason, rows]) => ({ reason, rows })),
      rowsLeftOut: [...this.#leftOut.values()].reduce((sum, rows) => sum + rows, 0),
      otherVintage: this.#otherVintage,
      otherVintageCount: this.#otherVintageCount,
      otherTitles: this.#otherTitles,
      otherTitlesCount: this.#otherTitlesCount,
      occupations,
      observations: observations.length,
      flags,
      periods: distinct(observations.map((figure) => figure.period)),
      areas: distinct(observations.map((figure) => figure.area)),
    } satisfies Partial<ImportPreview>;
  }
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort().slice(0, importLimits.listed);
}

function shorten(text: string): string {
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

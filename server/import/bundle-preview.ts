/** A Plumbline zip through the same door as a CSV: the report first, then the same dataset again (A6). */
import { createHash } from 'node:crypto';
import { noFlagsYet } from '../lmi/flags.ts';
import { formatFigure } from '../lmi/figures.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { importBundle } from './bundle.ts';
import type { ImportedBundle } from './bundle.ts';
import type { ImportPreview, ImportResult, ImportSampleRow } from './preview.ts';

const ZIP = [0x50, 0x4b];
const SHOWN_ROWS = 5;

/** A workbook is a zip too; only ours is read here, by its name or by what it holds. */
export function looksLikeBundle(bytes: Uint8Array, fileName: string): boolean {
  return ZIP.every((byte, index) => bytes[index] === byte) && /\.zip$/i.test(fileName);
}

export function bundleResult(bytes: Uint8Array, fileName: string): ImportResult {
  const startedAt = performance.now();
  const read = importBundle(bytes);
  const preview: ImportPreview = {
    ok: read.ok,
    problems: read.ok ? [] : read.problems,
    profile: read.ok ? { id: 'plumbline-bundle', name: 'Plumbline bundle' } : null,
    isTable: false,
    fileName,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    encoding: null,
    rowsRead: 0,
    rowsKept: 0,
    rowsRejected: 0,
    rejected: [],
    rejectedCount: 0,
    unknownCodes: [],
    unknownCodesCount: 0,
    leftOut: [],
    rowsLeftOut: 0,
    otherVintage: [],
    otherVintageCount: 0,
    otherTitles: [],
    otherTitlesCount: 0,
    questions: [],
    added: null,
    alreadyIn: [],
    sheet: null,
    otherSheets: [],
    parts: {},
    skipped: [],
    occupations: 0,
    observations: 0,
    flags: noFlagsYet(),
    columns: [],
    ignoredColumns: [],
    periods: [],
    areas: [],
    firstRows: [],
    ...(read.ok ? whatItHolds(read) : {}),
    seconds: (performance.now() - startedAt) / 1000,
  };
  return {
    ok: read.ok,
    preview,
    dataset: read.ok ? read.dataset : null,
    revision: read.ok ? read.revision : null,
  };
}

function whatItHolds({ dataset, rows }: ImportedBundle): Partial<ImportPreview> {
  const flags = noFlagsYet();
  for (const { flag } of dataset.observations) if (flag) flags[flag] += 1;
  const rowsRead = Object.values(rows).reduce((sum, table) => sum + table.length, 0);
  const distinct = (texts: string[]): string[] => [...new Set(texts)].sort();
  return {
    rowsRead,
    rowsKept: rowsRead,
    occupations: dataset.occupations.length,
    observations: dataset.observations.length,
    flags,
    periods: distinct(dataset.observations.map(({ period }) => period)),
    areas: distinct(dataset.observations.map(({ area }) => area)),
    firstRows: dataset.occupations.slice(0, SHOWN_ROWS).map((each, index) => sampleRow(dataset, each, index)),
  };
}

function sampleRow(
  dataset: Dataset,
  { code, title }: Dataset['occupations'][number],
  index: number,
): ImportSampleRow {
  const figures = dataset.observations
    .filter(({ occupation }) => occupation === code)
    .map((figure) => ({
      measure: figure.measure,
      period: figure.period,
      area: figure.area,
      raw: figure.raw,
      shown: formatFigure(figure),
    }));
  return { line: index + 2, code, title, figures, becomes: [] };
}

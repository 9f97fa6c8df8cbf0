/** Damaged files through every importer: each is refused or read with a report, in time, and what is read is a whole release. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { bundleResult, looksLikeBundle } from '../../server/import/bundle-preview.ts';
import { importFile } from '../../server/import/import-file.ts';
import { mappedProfile } from '../../server/import/mapped/mapped-profile.ts';
import type { ImportResult } from '../../server/import/preview.ts';
import { sourceProfiles } from '../../server/import/profiles.ts';
import { readWorkbook } from '../../server/import/tables/workbook.ts';
import { dataset } from '../../server/lmi/dataset.ts';
import { loadCodeList } from '../../server/sample/code-list.ts';
import { mutate } from './mutate.ts';
import { seeds } from './seeds.ts';
import type { Seed } from './seeds.ts';

export interface FuzzReport {
  inputs: number;
  accepted: number;
  refused: number;
  asked: number;
  crashes: { seed: string; number: number; message: string }[];
  slow: { seed: string; number: number; ms: number }[];
  halfSaved: { seed: string; number: number; message: string }[];
  slowestMs: number;
  byProfile: Record<string, number>;
  seconds: number;
}

const mostMs = 5_000;

export async function read({ name, answers, mapping }: Seed, bytes: Uint8Array): Promise<ImportResult> {
  if (looksLikeBundle(bytes, name)) return bundleResult(bytes, name);
  return importFile(bytes, name, {
    area: 'Colorado',
    now: 0,
    codeList: loadCodeList(),
    answers,
    readWorkbook,
    ...(mapping ? { profiles: [mappedProfile(mapping), ...sourceProfiles] } : {}),
  });
}

export async function fuzzImport(count: number, seedNumber: number): Promise<FuzzReport> {
  const startedAt = performance.now();
  const random = xoroshiro128plus(seedNumber);
  const report: FuzzReport = {
    inputs: 0,
    accepted: 0,
    refused: 0,
    asked: 0,
    crashes: [],
    slow: [],
    halfSaved: [],
    slowestMs: 0,
    byProfile: {},
    seconds: 0,
  };
  for (let number = 0; number < count; number += 1) {
    const seed = seeds[number % seeds.length] as Seed;
    await one(seed, number, mutate(seed.bytes, random), report);
  }
  report.seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  return report;
}

async function one(seed: Seed, number: number, bytes: Uint8Array, report: FuzzReport): Promise<void> {
  const startedAt = performance.now();
  report.inputs += 1;
  report.byProfile[seed.profile] = (report.byProfile[seed.profile] ?? 0) + 1;
  try {
    const result = await inTime(read(seed, bytes));
    if (result) judge(result, seed, number, report);
  } catch (error) {
    report.crashes.push({ seed: seed.name, number, message: String(error) });
  }
  const ms = performance.now() - startedAt;
  report.slowestMs = Math.max(report.slowestMs, Math.round(ms));
  if (ms >= mostMs) report.slow.push({ seed: seed.name, number, ms: Math.round(ms) });
}

/** What never answers must not hold up the count. */
async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), mostMs)));
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A release is whole or not there, and its report adds up. */
function judge(
  { ok, dataset: made, preview }: ImportResult,
  seed: Seed,
  number: number,
  report: FuzzReport,
): void {
  const flaw = (message: string): void => void report.halfSaved.push({ seed: seed.name, number, message });
  const isAsking = preview.questions.length > 0;
  if (ok !== (made !== null)) flaw('accepted without a release, or a release without being accepted');
  if (!ok && !isAsking && preview.problems.length === 0) flaw('refused without a reason');
  if (preview.rowsKept + preview.rowsRejected + preview.rowsLeftOut !== preview.rowsRead)
    flaw('a row is not accounted for');
  if (made) {
    const checked = dataset.safeParse(made);
    if (!checked.success) flaw(checked.error.issues[0]?.message ?? 'no dataset');
    report.accepted += 1;
  } else if (isAsking) report.asked += 1;
  else report.refused += 1;
}

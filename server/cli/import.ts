/**
 * `plumbline import FILE [--profile P] --json`: reads a file as the page does and says what would become of it. With `--save` it is
 * kept: a file of figures as a release, a bundle as the release and the revision that it was written from (A6).
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../env.ts';
import { bundleLimits } from '../import/bundle-limits.ts';
import { bundleResult, looksLikeBundle } from '../import/bundle-preview.ts';
import { importFile } from '../import/import-file.ts';
import { importProfile } from '../import/mapped/mapping.ts';
import type { ImportPreview } from '../import/preview.ts';
import { profilesFor } from '../import/mapped/profiles-for.ts';
import { bytesOnDisk } from '../import/tables/file-bytes.ts';
import type { FileBytes } from '../import/tables/file-bytes.ts';
import { loadCodeList } from '../sample/code-list.ts';
import { readDocuments } from '../store/read-documents.ts';
import { savedImport } from './save-import.ts';
import type { Saved } from '../start/import-order.ts';

const options = {
  profile: { type: 'string' },
  area: { type: 'string', default: 'US' },
  answer: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  save: { type: 'boolean', default: false },
  title: { type: 'string' },
} as const;

export async function importCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new Error('Say which file: import FILE [--profile P] [--save] [--json].');
  const { area, profile = null, title } = values;
  const answers = answersOf(values.answer ?? []);
  const content = await bytesOnDisk(file);
  const fileName = basename(file);
  const { preview, saved } = values.save
    ? await savedImport(content, {
        fileName,
        area,
        answers,
        profile,
        title: title ?? titleOf(fileName),
      })
    : { preview: await previewOf(content, fileName, { area, answers, profile }), saved: null };
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ ...summary(preview), ...(values.save && { saved }) })}\n`
      : `${inWords(preview)}${saved ? savedWords(saved) : ''}`,
  );
  return preview.ok && (saved !== null) === values.save ? 0 : 1;
}

async function previewOf(
  content: FileBytes,
  fileName: string,
  { area, answers, profile }: { area: string; answers: Record<string, string>; profile: string | null },
): Promise<ImportPreview> {
  const mappings = await readDocuments(readSettings().dataDir, 'mappings', (value) =>
    importProfile.parse(value),
  );
  if (looksLikeBundle(await content.head(4), fileName) && content.size <= bundleLimits.bytes)
    return bundleResult(await content.whole(), fileName).preview;
  const { preview } = await importFile(content, fileName, {
    area,
    now: Date.now(),
    codeList: loadCodeList(),
    answers,
    profiles: profilesFor(profile, mappings),
  });
  return preview;
}

/** As the page names what nobody has named. */
function titleOf(fileName: string): string {
  return fileName.replace(/\.[a-z]+$/i, '');
}

function savedWords({ dataset, revision }: Saved): string {
  return revision === null
    ? `kept as the release ${dataset}\n`
    : `kept as the release ${dataset}, with its revision ${revision}\n`;
}

/** `--answer period=2020`, once for each question. */
function answersOf(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const [id = '', ...value] = text.split('=');
      return [id, value.join('=')];
    }),
  );
}

function summary(preview: ImportPreview) {
  const flags = Object.fromEntries(Object.entries(preview.flags).filter(([, count]) => count > 0));
  return {
    profile: preview.profile?.id ?? null,
    rows: preview.rowsRead,
    kept: preview.rowsKept,
    rejected: preview.rowsRejected,
    unknownCodes: preview.unknownCodesCount,
    flags,
    observations: preview.observations,
    seconds: Math.round(preview.seconds * 1000) / 1000,
    leftOut: preview.leftOut,
    otherVintage: preview.otherVintageCount,
    parts: preview.parts,
    problems: preview.problems,
    questions: preview.questions.map(({ id, ask }) => ({ id, ask })),
  };
}

function inWords(preview: ImportPreview): string {
  const { fileName, profile, rowsRead, rowsKept, rowsRejected, rowsLeftOut, observations } = preview;
  const lines = [
    `${fileName}: ${profile?.name ?? 'not recognised'}`,
    `${rowsRead} rows: ${rowsKept} kept, ${rowsRejected} rejected, ${rowsLeftOut} left out; ${observations} figures`,
    ...preview.problems,
    ...preview.questions.map(({ id, ask, hint }) => `${ask} ${hint} Answer with --answer ${id}=...`),
    ...preview.leftOut.map(({ reason, rows }) => `left out, ${rows}: ${reason}`),
    ...preview.rejected.slice(0, 20).map(({ line, reason, text }) => `line ${line}: ${reason}: ${text}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** `plumbline import FILE [--profile P] --json`: reads a file as the page does and says what would become of it. Saves nothing. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleResult, looksLikeBundle } from '../import/bundle-preview.ts';
import { importFile } from '../import/import-file.ts';
import type { ImportPreview } from '../import/preview.ts';
import { sourceProfiles } from '../import/profiles.ts';
import { loadCodeList } from '../sample/code-list.ts';

const options = {
  profile: { type: 'string' },
  area: { type: 'string', default: 'US' },
  answer: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
} as const;

export async function importCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new Error('Say which file: import FILE [--profile P] [--json].');
  const profiles = values.profile === undefined ? undefined : [profileNamed(values.profile)];
  const bytes = await readFile(file);
  const name = basename(file);
  const { preview } = looksLikeBundle(bytes, name)
    ? bundleResult(bytes, name)
    : await importFile(bytes, name, {
        area: values.area,
        now: Date.now(),
        codeList: loadCodeList(),
        answers: answersOf(values.answer ?? []),
        ...(profiles ? { profiles } : {}),
      });
  process.stdout.write(values.json ? `${JSON.stringify(summary(preview))}\n` : inWords(preview));
  return preview.ok ? 0 : 1;
}

function profileNamed(id: string) {
  const found = sourceProfiles.find((profile) => profile.id === id);
  if (found) return found;
  const known = sourceProfiles.map((profile) => profile.id).join(', ');
  throw new Error(`There is no profile "${id}". Known are: ${known}.`);
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

/**
 * What other programs make of the exports: LibreOffice of the workbook and the slides, unzip and Python of the zips. Each is asked
 * where it is installed; elsewhere the test is skipped, and says so. What people saw in the pictures is in docs/other-programs.md.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slides } from '../../server/export/materials/slides.ts';
import { exportRevision } from '../../server/export/revision-export.ts';
import { publicEdition } from '../../server/lmi/public/public-edition.ts';
import { HVAC, dataset, firstRevision } from '../lmi/revision-fixture.ts';

const run = promisify(execFile);
const isHere = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const office = isHere('soffice', '--version') && isHere('pdftotext', '-v');

let folder: string;
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-programs-'));
  const revision = firstRevision();
  for (const format of ['zip', 'xlsx'] as const) {
    const made = await exportRevision({ revision, dataset, attributedUntil: null }, format);
    await writeFile(path(`revision.${format}`), made?.bytes ?? '');
  }
  const { occupations, pathways } = publicEdition(revision, dataset, () => 'A group');
  const occupation = occupations.get(HVAC);
  if (!occupation) throw new Error('The fixture has this occupation.');
  await writeFile(
    path('slides.pptx'),
    await slides('Trades & more', [{ occupation, pathway: pathways.get(HVAC) ?? null }]),
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function printed(name: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', path(`${name}.pdf`), '-']);
  return stdout;
}

test.skipIf(!office)(
  'LibreOffice opens the workbook and the slides, and prints what they say',
  async () => {
    const own = `-env:UserInstallation=file://${path('office')}`;
    const files = [path('revision.xlsx'), path('slides.pptx')];
    await run('soffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
    const workbook = await printed('revision');
    expect(workbook).toMatch(/Revision +Revision 1 of/);
    expect(workbook).toContain('Bureau of Labor Statistics');
    expect(workbook).toMatch(/-1200\.5/);
    // The heads are on every page of a table, and no table is cut into a page a column.
    const pages = workbook.split('\f').filter((page) => /^ *[\d-]+\|US\|/m.test(page));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.trim()).toMatch(/^observation_id/);
    const shown = (await printed('slides')).split('\f').filter((page) => page.trim() !== '');
    expect(shown).toHaveLength(5);
    for (const words of ['42,500 a year', 'too low (9 of 14']) expect(shown[1]).toContain(words);
    expect(shown.join('')).toContain('Reading drawings: often');
  },
  120_000,
);

test.skipIf(!isHere('unzip', '-v'))('unzip finds every file whole', async () => {
  for (const name of ['revision.zip', 'revision.xlsx', 'slides.pptx'])
    expect((await run('unzip', ['-t', path(name)])).stdout).toContain('No errors detected');
});

test.skipIf(!isHere('python3', '--version'))(
  'Python reads the zip, and its numbers as they were',
  async () => {
    await run('python3', ['-m', 'zipfile', '-t', path('revision.zip')]);
    const program = [
      'import csv, io, sys, zipfile',
      'text = zipfile.ZipFile(sys.argv[1]).read("data/observations.csv").decode("utf-8")',
      'print([row["value"] for row in csv.DictReader(io.StringIO(text)) if row["measure"] == "employment_change"])',
    ].join('\n');
    const { stdout } = await run('python3', ['-c', program, path('revision.zip')]);
    expect(stdout).toContain("'-1200.5'");
  },
);

test('a workbook does not know when it was written', async () => {
  const bytes = await readFile(path('revision.xlsx'));
  // Offset 10 of the first local head: the time and the day (APPNOTE.TXT 4.3.7).
  expect([bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([0, 0x21]);
});

import { readSettings } from '../env.ts';
import { backupFolder, restoreFolder, verifyFolder } from '../store/backup.ts';

export async function backup([to]: readonly string[]): Promise<number> {
  if (to === undefined) throw new Error('Say where the copy goes: backup DIR, or backup FILE.zip.');
  const { place, files, bytes } = await backupFolder(readSettings().dataDir, to);
  process.stdout.write(`${files} files, ${bytes} bytes, are kept in ${place}\n`);
  return 0;
}

export async function restore([from]: readonly string[]): Promise<number> {
  if (from === undefined) throw new Error('Say which backup: restore DIR, or restore FILE.zip.');
  const { place, files } = await restoreFolder(from, readSettings().dataDir);
  process.stdout.write(`${files} files are back in ${place}\n`);
  return 0;
}

export async function verify([folder]: readonly string[]): Promise<number> {
  const report = await verifyFolder(folder ?? readSettings().dataDir);
  for (const note of report.notes) process.stdout.write(`${note}\n`);
  for (const { file, place, reason } of report.problems) {
    process.stdout.write(`${file}, ${place}: ${reason}\n`);
  }
  const { workshops, records, documents, problems } = report;
  const found = problems.length === 0 ? 'everything checks' : `${problems.length} problems`;
  process.stdout.write(
    `${report.place}: ${workshops} workshops, ${records} records, ${documents} documents; ${found}\n`,
  );
  return problems.length === 0 ? 0 : 1;
}

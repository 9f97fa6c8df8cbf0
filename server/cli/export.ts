import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readSettings } from '../env.ts';
import { exportFormats } from '../export/revision-export.ts';
import { orderRunning } from '../start/control.ts';
import { exportOrder } from '../start/export-order.ts';

const USAGE = `Say what and how: export REVISION --format ${exportFormats.join('|')} [--table NAME] [--out FILE]. REVISION is its identifier, or “latest”.`;
const exported = z.strictObject({ fileName: z.string(), content: z.string() });

/** Asks the server that runs on the data folder; when none does, opens the folder itself for the moment. */
export async function exportCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string' }, table: { type: 'string' }, out: { type: 'string' } },
  });
  const [revision] = positionals;
  const format = exportFormats.find((each) => each === (values.format ?? 'zip'));
  if (revision === undefined || format === undefined) throw new Error(USAGE);
  const order = JSON.stringify({ revision, format, ...(values.table ? { table: values.table } : {}) });
  const { dataDir } = readSettings();
  const answer = (await orderRunning(dataDir, 'export', order)) ?? (await onTheFolder(dataDir, order));
  const { fileName, content } = exported.parse(JSON.parse(answer));
  const path = values.out ?? fileName;
  const bytes = Buffer.from(content, 'base64');
  await writeFile(path, bytes);
  process.stdout.write(`${path}, ${bytes.length} bytes\n`);
  return 0;
}

async function onTheFolder(dataDir: string, order: string): Promise<string> {
  const { startServer } = await import('../start-server.ts');
  const server = await startServer({ host: '127.0.0.1', port: 0, data: { dir: dataDir }, pages: 'none' });
  try {
    return await exportOrder(server.services)(order);
  } finally {
    await server.close();
  }
}

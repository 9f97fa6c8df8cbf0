/** Asks the server that runs on the data folder to keep a file; when none does, opens the folder itself for the moment. */
import { readSettings } from '../env.ts';
import type { FileBytes } from '../import/tables/file-bytes.ts';
import { orderRunning } from '../start/control.ts';
import { importOrder } from '../start/import-order.ts';
import type { ImportDone, ImportOrder } from '../start/import-order.ts';

export async function savedImport(file: FileBytes, asked: ImportOrder): Promise<ImportDone> {
  const { dataDir } = readSettings();
  const order = JSON.stringify(asked);
  const told =
    (await orderRunning(dataDir, 'import', order, file)) ?? (await onTheFolder(dataDir, order, file));
  return JSON.parse(told) as ImportDone;
}

async function onTheFolder(dataDir: string, order: string, file: FileBytes): Promise<string> {
  const { startServer } = await import('../start-server.ts');
  const server = await startServer({ host: '127.0.0.1', port: 0, data: { dir: dataDir }, pages: 'none' });
  try {
    return await importOrder(server.services)(order, file);
  } finally {
    await server.close();
  }
}

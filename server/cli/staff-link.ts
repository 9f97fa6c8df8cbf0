import { readSettings } from '../env.ts';
import { openStaffAccess } from '../services/staff-access.ts';
import { roomAddress } from '../start/address.ts';
import { orderRunning } from '../start/control.ts';
import { openStore } from '../store/open-store.ts';

/** Asks the server that runs on the data folder; when none does, makes the link for the next start. */
export async function staffLink(): Promise<number> {
  const { dataDir, host, port, publicOrigin } = readSettings();
  const link = await orderRunning(dataDir, 'staff-link');
  if (link !== null) {
    process.stdout.write(`${link}\n`);
    return 0;
  }
  const store = await openStore(dataDir);
  try {
    const secret = await (await openStaffAccess(store, Date.now)).offerLink();
    process.stdout.write(`${publicOrigin ?? roomAddress(host, port)}/staff/enter/${secret}\n`);
    process.stderr.write('No server is running on this data folder: the link works when one is started.\n');
  } finally {
    await store.close();
  }
  return 0;
}

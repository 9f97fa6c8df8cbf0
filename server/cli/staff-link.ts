import { readSettings } from '../env.ts';
import { StoredAudit } from '../services/audit-log.ts';
import { openStaffAccess } from '../services/staff-access.ts';
import { roomAddress } from '../start/address.ts';
import { orderRunning } from '../start/control.ts';
import { openStore } from '../store/open-store.ts';

/** Asks the server that runs on the data folder; when none does, makes the link for the next start. */
export async function staffLink([option, ...words]: readonly string[] = []): Promise<number> {
  const name = option === '--name' ? words.join(' ').trim() : '';
  if (option !== undefined && name === '') {
    process.stderr.write(
      'Say for whom: staff-link --name "Ana Lima". Without a name, the link is for whoever opens it.\n',
    );
    return 1;
  }
  const { dataDir, host, port, publicOrigin } = readSettings();
  const link = await orderRunning(dataDir, 'staff-link', name);
  if (link !== null) {
    process.stdout.write(`${link}\n`);
    return 0;
  }
  const store = await openStore(dataDir);
  try {
    const staff = await openStaffAccess(store, Date.now, new StoredAudit(store, Date.now));
    const secret = await staff.offerLink(name === '' ? undefined : { name });
    process.stdout.write(`${publicOrigin ?? roomAddress(host, port)}/staff/enter#${secret}\n`);
    process.stderr.write('No server is running on this data folder: the link works when one is started.\n');
  } finally {
    await store.close();
  }
  return 0;
}

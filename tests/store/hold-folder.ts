/** Run by the lock's test as another process: opens a data folder and keeps it until it is ended. */
import { openStore } from '../../server/store/open-store.ts';

const store = await openStore(process.argv[2] ?? '');
await store.write('staff', 'held', { by: process.pid });
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);

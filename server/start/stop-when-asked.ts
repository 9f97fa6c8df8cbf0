import type { RunningServer } from '../start-server.ts';

/** Ends the process in order when the system asks for it (Ctrl+C, `systemctl stop`, a new version coming): exit code 0. */
export function stopWhenAsked(server: Pick<RunningServer, 'close'>, failed: (error: unknown) => never): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void server.close().then(() => process.exit(0), failed);
    });
  }
}

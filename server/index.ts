/** Starts Plumbline: `node server/index.ts`, with `--dev` for development. */
import { readSettings } from './env.ts';
import { liveRehearsals } from './rehearsal/start.ts';
import { startServer } from './start-server.ts';
import { failureSentence } from './start/failure-sentence.ts';
import { greetingOf } from './start/greeting.ts';
import { stopWhenAsked } from './start/stop-when-asked.ts';

export { startServer } from './start-server.ts';

if (import.meta.main) await main(process.argv.includes('--dev'));

async function main(isDevelopment: boolean): Promise<void> {
  try {
    const settings = readSettings();
    const server = await startServer({
      ...settings,
      data: { dir: settings.dataDir },
      pages: isDevelopment ? 'development' : 'built',
      withSample: true,
      startRehearsal: liveRehearsals(),
      say,
      broken: (error) => stopAt(error),
    });
    stopWhenAsked(server, stopAt);
    const { services, place } = server;
    for (const line of await greetingOf({ kind: settings.greeting, services, place })) say(line);
  } catch (error) {
    stopAt(error);
  }
}

function stopAt(error: unknown): never {
  process.stderr.write(`${failureSentence(error)}\n`);
  process.exit(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Starts Plumbline: `node server/index.ts`, with `--dev` for development. */
import { toString as qrCode } from 'qrcode';
import { readSettings } from './env.ts';
import { liveRehearsals } from './rehearsal/start.ts';
import { startServer } from './start-server.ts';
import type { RunningServer } from './start-server.ts';
import { failureSentence } from './start/failure-sentence.ts';
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
    await greet(server);
  } catch (error) {
    stopAt(error);
  }
}

async function greet({ services, place }: RunningServer): Promise<void> {
  const address = services.publicAddress();
  // What is no terminal is a log, and a log holds no secret (S2).
  const link = process.stdout.isTTY
    ? `${address}/staff/enter#${await services.staff.offerLink()}`
    : 'npm run plumbline -- staff-link';
  const open = (await services.workshops.list()).find(({ stage }) => stage === 'open' || stage === 'running');
  say(`\n${await qrCode(address, { type: 'terminal', small: true })}`);
  say(`Plumbline for everybody in the room   ${address}`);
  say(`Staff, once, within a day             ${link}`);
  if (open) say(`Open now: ${open.title}, code ${open.code}`);
  say(`The data lives in                     ${place}`);
  say(
    `${process.stdout.isTTY ? 'Another staff link: npm run plumbline -- staff-link. ' : ''}Stop with Ctrl+C.`,
  );
}

function stopAt(error: unknown): never {
  process.stderr.write(`${failureSentence(error)}\n`);
  process.exit(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

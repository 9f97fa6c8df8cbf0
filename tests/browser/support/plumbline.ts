/** Plumbline as `npm start` starts it: a process of its own, the built pages, and a real data folder that is empty at first. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { orderRunning } from '../../../server/start/control.ts';

export interface Plumbline {
  port: number;
  /** Where a staff member's own browser opens it. */
  address: string;
  /** Signs staff in, once. */
  staffLink: string;
  /** The code of the workshop that is open at first. */
  code: string;
  dataDir: string;
  close(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../../..');

export async function startPlumbline(): Promise<Plumbline> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-journey-'));
  const server = spawn(process.execPath, ['server/index.ts'], {
    cwd: root,
    env: { ...process.env, HOST: '0.0.0.0', PORT: '0', DATA_DIR: dataDir },
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const told = await greeting(server);
  const staff = new URL((await orderRunning(dataDir, 'staff-link')) ?? '');
  const address = `http://127.0.0.1:${staff.port}`;
  return {
    port: Number(staff.port),
    address,
    staffLink: `${address}${staff.pathname}${staff.hash}`,
    code: /Open now:.* code (\S+)/.exec(told)?.[1] ?? '',
    dataDir,
    async close() {
      server.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** All that the terminal shows until the server is ready; it may have to build its pages first. */
function greeting(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    const hear = (text: Buffer): void => {
      said += text.toString();
      if (said.includes('Stop with Ctrl+C')) done(said);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', () => fail(new Error(`The server has ended:\n${said}`)));
  });
}

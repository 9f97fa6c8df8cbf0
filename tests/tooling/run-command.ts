import { spawn } from 'node:child_process';

export interface Command {
  line: string[];
  minutes: number;
  env?: Record<string, string>;
  /** Keeps what it prints until it ends: for a command that runs beside others. */
  isHeld?: boolean;
}

/** Runs a tool of the project, its output passed through; one that outlives its minutes is stopped with its children. */
export function runCommand({ line, minutes, env = {}, isHeld = false }: Command): Promise<number> {
  const [program = '', ...args] = line;
  return new Promise((done) => {
    const child = spawn(program, args, {
      stdio: ['ignore', isHeld ? 'pipe' : 'inherit', isHeld ? 'pipe' : 'inherit'],
      detached: true,
      env: { ...process.env, ...env },
    });
    const held: Buffer[] = [];
    child.stdout?.on('data', (part: Buffer) => held.push(part));
    child.stderr?.on('data', (part: Buffer) => held.push(part));
    const stop = (signal: NodeJS.Signals) => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
    };
    const limit = setTimeout(() => {
      console.error(`${line.join(' ')} took longer than ${minutes} minutes and was stopped.`);
      stop('SIGKILL');
    }, minutes * 60_000);
    const interrupted = () => {
      stop('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    const end = (code: number) => {
      clearTimeout(limit);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      process.stdout.write(Buffer.concat(held));
      done(code);
    };
    child.once('error', (error) => {
      console.error(error.message);
      end(127);
    });
    child.once(isHeld ? 'close' : 'exit', (code: number | null) => end(code ?? 1));
  });
}

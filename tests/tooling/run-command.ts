import { spawn } from 'node:child_process';

export interface Command {
  line: string[];
  minutes: number;
  env?: Record<string, string>;
}

/** Runs a tool of the project, its output passed through; one that outlives its minutes is stopped with its children. */
export function runCommand({ line, minutes, env = {} }: Command): Promise<number> {
  const [program = '', ...args] = line;
  return new Promise((done) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
      env: { ...process.env, ...env },
    });
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
      done(code);
    };
    child.once('error', (error) => {
      console.error(error.message);
      end(127);
    });
    child.once('exit', (code) => end(code ?? 1));
  });
}

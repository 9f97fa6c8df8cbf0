/**
 * Runs the page's commands as a shell does, with every path of theirs moved under one folder, and with stand-ins for what
 * a machine for tests has not: `sudo` for root, `systemctl` by asking the check.
 */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Longer names first: `/opt/plumbline` is part of `/opt/plumbline.next`, and both move the same way. */
const PATHS = ['/opt/', '/var/lib/plumbline', '/var/backups/plumbline', '/etc/', '/var/log/nginx/'];

export interface Machine {
  /** The folder that stands for `/`. */
  root: string;
  /** Answers `systemctl` by http. */
  control: string;
  /** What stands for the placeholders of the page: the repository, the name, the ports. */
  own: readonly (readonly [string, string])[];
}

function moved(text: string, { root, own }: Machine): string {
  const paths = PATHS.map((path) => [path, join(root, path)] as const);
  return [...paths, ...own].reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
}

/** The files a person would edit, or that hold paths of the machine. */
export function moveFiles(machine: Machine, paths: readonly string[]): void {
  for (const path of paths) writeFileSync(path, moved(readFileSync(path, 'utf8'), machine));
}

/** What the commands print. Throws when one of them fails. */
export async function run(machine: Machine, commands: string): Promise<string> {
  const prelude = `
    set -eu
    sudo() { if [ "$1" = -u ]; then user=$2; shift 2; runuser -u "$user" -- "$@"; else "$@"; fi; }
    systemctl() { curl -sSf "${machine.control}/$1/$2" >/dev/null; }
    nginx() { command nginx -c "${machine.root}/etc/nginx/nginx.conf" "$@"; }
    cd "${machine.root}"
  `;
  const shell = spawn('bash', ['-c', prelude + moved(commands, machine)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained]: [string[], string[]] = [[], []];
  shell.stdout.on('data', (text: Buffer) => said.push(text.toString()));
  shell.stderr.on('data', (text: Buffer) => complained.push(text.toString()));
  const code = await new Promise<number | null>((done) => shell.once('close', done));
  if (code !== 0) throw new Error(`These commands failed (${code}):\n${commands}\n${complained.join('')}`);
  return said.join('');
}

export function has(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

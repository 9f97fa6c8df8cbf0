/** The pages: Vite's middleware in development, the built handler otherwise, built first when it is older than its sources. */
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { changedAt } from './changed-at.ts';

export type Pages = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package.json'];
const HANDLER = join(ROOT, 'build', 'handler.js');
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

export interface OpenedPages {
  handle: Pages;
  close(): Promise<void>;
}

export async function developmentPages(http: Server): Promise<OpenedPages> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root: ROOT,
    // Phones reach it by the machine's address or a name of the room's network.
    server: { middlewareMode: true, hmr: { server: http }, allowedHosts: true },
  });
  return { handle: vite.middlewares, close: () => vite.close() };
}

/** `say` gets a line of progress when the pages have to be built. A server without what builds them takes them as they are. */
export async function builtPages(say: (line: string) => void): Promise<OpenedPages> {
  await buildIfStale(say);
  const { handler } = (await import(pathToFileURL(HANDLER).href)) as { handler: Pages };
  return { handle: handler, close: () => Promise.resolve() };
}

export async function buildIfStale(say: (line: string) => void): Promise<void> {
  const canBuild = await isThere(VITE);
  if (!(await isStale(canBuild))) return;
  if (canBuild) await build(say);
  else if (await isThere(HANDLER))
    say('The pages are older than their sources, and nothing here builds them.');
  else throw new Error('The pages are not built. Run npm ci and npm run build, then start again.');
}

async function isStale(withFolders: boolean): Promise<boolean> {
  const builtAt = (await stat(HANDLER).catch(() => null))?.mtimeMs;
  if (builtAt === undefined) return true;
  const changed = await Promise.all(SOURCES.map((name) => changedAt(join(ROOT, name), withFolders)));
  return Math.max(...changed) > builtAt;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function build(say: (line: string) => void): Promise<void> {
  const startedAt = Date.now();
  say('Building the pages; this takes a minute the first time.');
  const output: string[] = [];
  const code = await new Promise<number | null>((settle, fail) => {
    const child = spawn(process.execPath, [VITE, 'build', '--logLevel', 'warn'], { cwd: ROOT });
    child.stdout.on('data', (text: Buffer) => output.push(text.toString()));
    child.stderr.on('data', (text: Buffer) => output.push(text.toString()));
    child.on('error', fail);
    child.on('close', settle);
  });
  if (code !== 0) throw new Error(`The pages could not be built:\n${output.join('')}`);
  say(`The pages are built (${((Date.now() - startedAt) / 1000).toFixed(0)} s).`);
}

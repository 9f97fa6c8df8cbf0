/**
 * How the command line asks a server that holds the data folder: over the loopback, with a secret from a file in that
 * folder which only its owner can read.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod';
import { newToken } from '../seats.ts';
import { isSameSecret } from './same-secret.ts';

const FILE = 'control.json';
const place = z.strictObject({ port: z.number().int(), secret: z.string().min(32) });

/** What can be asked; each answers with a line for the terminal. */
export type Orders = Record<string, (argument: string) => Promise<string>>;

const answer = z.strictObject({ ok: z.boolean(), text: z.string() });

export async function openControl(dataDir: string, orders: Orders): Promise<{ close(): Promise<void> }> {
  const secret = newToken();
  const server = createServer((request, response) => {
    void obey(request, secret, orders).then((told) => {
      response.writeHead(told.ok ? 200 : 403, { 'content-type': 'application/json' });
      response.end(JSON.stringify(told));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const path = join(dataDir, FILE);
  await rm(path, { force: true });
  const { port } = server.address() as AddressInfo;
  await writeFile(path, JSON.stringify({ port, secret }), { mode: 0o600 });
  return {
    async close() {
      await rm(path, { force: true });
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Asks the server that runs on this folder; null when none does. Throws with the sentence it answered when it could not. */
export async function orderRunning(dataDir: string, order: string, argument = ''): Promise<string | null> {
  const found = await readFile(join(dataDir, FILE), 'utf8').catch(() => null);
  const read = found === null ? null : place.safeParse(JSON.parse(found));
  if (!read?.success) return null;
  const { port, secret } = read.data;
  const url = `http://127.0.0.1:${port}/${order}?${new URLSearchParams({ argument }).toString()}`;
  const response = await fetch(url, { method: 'POST', headers: { authorization: secret } }).catch(() => null);
  if (!response) return null;
  const told = answer.parse(await response.json());
  if (!told.ok) throw new Error(told.text);
  return told.text;
}

async function obey(
  request: IncomingMessage,
  secret: string,
  orders: Orders,
): Promise<z.infer<typeof answer>> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const name = pathname.slice(1);
  const order = Object.hasOwn(orders, name) ? orders[name] : undefined;
  const isKnown = isSameSecret(request.headers.authorization ?? '', secret);
  if (request.method !== 'POST' || !isKnown || !order)
    return { ok: false, text: 'That is not an order this server knows.' };
  try {
    return { ok: true, text: await order(searchParams.get('argument') ?? '') };
  } catch (error) {
    return { ok: false, text: error instanceof Error ? error.message : String(error) };
  }
}

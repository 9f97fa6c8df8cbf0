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
import { bundleLimits } from '../import/bundle-limits.ts';
import { newToken } from '../seats.ts';
import { isSameSecret } from './same-secret.ts';

const FILE = 'control.json';
const place = z.strictObject({ port: z.number().int(), secret: z.string().min(32) });

/** What can be asked, with a file where there is one; each answers with a line for the terminal. */
export type Orders = Record<string, (argument: string, file: Uint8Array) => Promise<string>>;

/** A file is held in memory whole; a larger one could not be imported either. */
const MOST_BYTES = bundleLimits.bytes;

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
export async function orderRunning(
  dataDir: string,
  order: string,
  argument = '',
  file: Uint8Array = new Uint8Array(),
): Promise<string | null> {
  const found = await readFile(join(dataDir, FILE), 'utf8').catch(() => null);
  const read = found === null ? null : place.safeParse(JSON.parse(found));
  if (!read?.success) return null;
  const { port, secret } = read.data;
  const url = `http://127.0.0.1:${port}/${order}?${new URLSearchParams({ argument }).toString()}`;
  const body = new Uint8Array(file);
  const response = await fetch(url, { method: 'POST', headers: { authorization: secret }, body }).catch(
    () => null,
  );
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
    return { ok: true, text: await order(searchParams.get('argument') ?? '', await fileOf(request)) };
  } catch (error) {
    return { ok: false, text: error instanceof Error ? error.message : String(error) };
  }
}

async function fileOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error('The file is too large to be taken in.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

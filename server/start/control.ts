/**
 * How the command line asks a server that holds the data folder: over the loopback, with a secret from a file in that
 * folder which only its owner can read.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { bytesInMemory } from '../import/tables/file-bytes.ts';
import type { FileBytes } from '../import/tables/file-bytes.ts';
import { newToken } from '../seats.ts';
import type { DeskFile } from '../services/desk-file.ts';
import { uploadedFile } from '../services/uploaded-file.ts';
import { isSameSecret } from './same-secret.ts';

const FILE = 'control.json';
const NO_FILE: DeskFile = bytesInMemory(new Uint8Array());
const place = z.strictObject({ port: z.number().int(), secret: z.string().min(32) });

/** What can be asked, with a file where there is one, of any size; each answers with a line for the terminal. */
export type Orders = Record<string, (argument: string, file: FileBytes) => Promise<string>>;

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
  file: FileBytes = NO_FILE,
): Promise<string | null> {
  const found = await readFile(join(dataDir, FILE), 'utf8').catch(() => null);
  const read = found === null ? null : place.safeParse(JSON.parse(found));
  if (!read?.success) return null;
  const { port, secret } = read.data;
  const url = `http://127.0.0.1:${port}/${order}?${new URLSearchParams({ argument }).toString()}`;
  const response = await sent(url, secret, file).catch(() => null);
  if (response === null) return null;
  const told = answer.parse(JSON.parse(response));
  if (!told.ok) throw new Error(told.text);
  return told.text;
}

/** `fetch` gives up on who thinks for five minutes; a large file may take longer. */
async function sent(url: string, authorization: string, file: FileBytes): Promise<string> {
  const headers = { authorization, 'content-length': file.size };
  const request = ask(url, { method: 'POST', headers });
  const answered = new Promise<IncomingMessage>((done, fail) => {
    request.once('response', done).once('error', fail);
  });
  // What is refused is answered before all of it has come: that answer counts, and the rest need not be sent.
  void pipeline(Readable.from(file.chunks()), request).catch(() => undefined);
  const parts = (await (await answered).toArray()) as Buffer[];
  request.destroy();
  return Buffer.concat(parts).toString();
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
    const file = request.headers['content-length'] === '0' ? NO_FILE : await uploadedFile(request);
    try {
      return { ok: true, text: await order(searchParams.get('argument') ?? '', file) };
    } finally {
      await file.remove?.();
    }
  } catch (error) {
    return { ok: false, text: error instanceof Error ? error.message : String(error) };
  }
}

/** A server with a large revision published, and what its public pages weigh and take. */
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { memoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/port.ts';
import { startServer } from '../../server/start-server.ts';
import type { RunningServer } from '../../server/start-server.ts';
import { largeEdition } from './large-edition.ts';
import type { LargeEdition } from './large-edition.ts';

export interface PublicServer extends RunningServer {
  address: string;
  edition: LargeEdition;
  store: Store;
}

export async function openPublicServer(edition: LargeEdition): Promise<PublicServer> {
  const store = memoryStore();
  await store.write('datasets', edition.dataset.id, edition.dataset);
  await store.write('revisions', edition.revision.id, edition.revision);
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    data: { store },
    pages: 'built',
    say: (line) => console.error(line),
  });
  return { ...server, edition, store, address: `http://127.0.0.1:${server.port}` };
}

const SEED = 4;
export const COMMUNITY = largeEdition.bind(null, 1_000, 200, SEED);

/** Every kind of public page, each several times with other content. */
export function publicPaths({ codes, mapped }: LargeEdition, each: number): Record<string, string[]> {
  const some = <T>(list: readonly T[]): T[] =>
    Array.from({ length: each }, (_, index) => list[Math.floor((index * list.length) / each)] as T);
  const readers = ['jobseeker', 'educator', 'employer', 'funder'];
  const words = ['mechanic', 'watr technician', 'lab assistant record', '29-', 'nothing like it'];
  return {
    front: some(readers).map((reader) => `/explore?for=${reader}`),
    list: some(Array.from({ length: 25 }, (_, page) => `/explore/occupations?page=${page + 1}`)),
    search: some(words).map((word, index) => `/explore/occupations?q=${encodeURIComponent(word)}&n=${index}`),
    filter: some([1_000, 10_000, 50_000]).map(
      (least) => `/explore/occupations?openings=${least}&wage=40000&education=Associate%27s+degree`,
    ),
    occupation: some(codes).map(
      (code, index) => `/explore/occupations/${code}?for=${readers[index % readers.length] ?? ''}`,
    ),
    pathways: some(readers).map((reader) => `/explore/pathways?for=${reader}`),
    pathway: some(mapped).map((code) => `/explore/pathways/${code}`),
    comment: some(codes).map((code) => `/explore/occupations/${code}/comment`),
    about: some(readers).map((reader) => `/explore/about?for=${reader}`),
  };
}

export interface Received {
  status: number;
  headers: IncomingMessage['headers'];
  /** As it came over the wire. */
  bytes: Buffer;
  ms: number;
}

export function receive(address: string, headers: Record<string, string> = {}): Promise<Received> {
  return new Promise((done, fail) => {
    const startedAt = performance.now();
    get(address, { headers: { 'accept-encoding': 'br', ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(parts),
          ms: performance.now() - startedAt,
        }),
      );
    }).on('error', fail);
  });
}

/** The pages as Vite built them: which files of JavaScript a route loads, and how large they are after brotli. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const ROOT = resolve(import.meta.dirname, '../..');
const OUTPUT = resolve(ROOT, '.svelte-kit/output');
const GENERATED = '.svelte-kit/generated/client-optimized';
const START = 'node_modules/@sveltejs/kit/src/runtime/client/entry.js';
const APP = `${GENERATED}/app.js`;
/** The phone's own program, in a manifest of its own (src/phone/vite-plugin.ts), and the page whose document names it. */
const PHONE = { manifest: 'client/.vite/phone.json', entry: 'src/phone/start.ts', route: '/join/[code]' };
/** SvelteKit loads the root layout and the error page with every route. */
const ALWAYS = [0, 1];

type Chunks = Record<string, Chunk>;

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

interface Node {
  universal?: { csr?: boolean };
}

/** Which nodes (layouts, error pages, the page itself) SvelteKit loads for a route. */
interface Route {
  id: string;
  page: { layouts: (number | undefined)[]; errors: (number | undefined)[]; leaf: number } | null;
}

export class BuiltPages {
  readonly #manifest: Chunks;
  readonly #routes: readonly Route[];
  /** Nodes whose page is a document: no script of SvelteKit's is sent with it. */
  readonly #documents: ReadonlySet<number>;

  private constructor(manifest: Chunks, routes: readonly Route[], documents: ReadonlySet<number>) {
    this.#manifest = manifest;
    this.#routes = routes;
    this.#documents = documents;
  }

  static async read(): Promise<BuiltPages> {
    const [pages, phone] = await Promise.all(['client/.vite/manifest.json', PHONE.manifest].map(chunksIn));
    const server = pathToFileURL(resolve(OUTPUT, 'server/manifest-full.js')).href;
    const { manifest } = (await import(server)) as {
      manifest: { _: { routes: Route[]; nodes: (() => Promise<Node>)[] } };
    };
    const nodes = await Promise.all(manifest._.nodes.map((node) => node()));
    const documents = nodes.flatMap(({ universal }, at) => (universal?.csr === false ? [at] : []));
    return new BuiltPages({ ...pages, ...phone }, manifest._.routes, new Set(documents));
  }

  /** Of pages, not of downloads. */
  get routes(): string[] {
    return this.#routes.filter(({ page }) => page !== null).map(({ id }) => id);
  }

  /** What a route loads before somebody does anything; with what it fetches later, all it can load before somebody leaves it. */
  filesOf(route: string, { withLate }: { withLate: boolean }): string[] {
    const page = this.#routes.find(({ id }) => id === route)?.page;
    if (!page) throw new Error(`There is no page ${route}.`);
    const nodes = [...ALWAYS, ...page.layouts, ...page.errors, page.leaf].filter(
      (node) => node !== undefined,
    );
    const found = new Set<string>();
    if (route === PHONE.route) this.#collect(PHONE.entry, found, withLate);
    if (nodes.some((node) => this.#documents.has(node))) return scriptsOf(found);
    // The app knows every page and loads only what the route names.
    this.#collect(APP, found, false);
    for (const key of [START, ...nodes.map((node) => `${GENERATED}/nodes/${node}.js`)])
      this.#collect(key, found, withLate);
    return scriptsOf(found);
  }

  #collect(key: string, found: Set<string>, withLate: boolean): void {
    const chunk = this.#manifest[key];
    if (!chunk) throw new Error(`The build knows nothing of ${key}.`);
    if (found.has(chunk.file)) return;
    found.add(chunk.file);
    for (const next of chunk.imports ?? []) this.#collect(next, found, withLate);
    if (withLate) for (const next of chunk.dynamicImports ?? []) this.#collect(next, found, true);
  }
}

async function chunksIn(path: string): Promise<Chunks> {
  const chunks = await readFile(resolve(OUTPUT, path), 'utf8').catch(() => {
    throw new Error('The pages are not built: run npm run build first.');
  });
  return JSON.parse(chunks) as Chunks;
}

const scriptsOf = (files: Iterable<string>): string[] => [...files].filter((file) => file.endsWith('.js'));

/** In kilobytes of 1,000 bytes, to a tenth. */
export async function brotliKB(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => brotliCompressSync(await readFile(resolve(OUTPUT, 'client', file))).length),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}

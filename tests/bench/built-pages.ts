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
/** SvelteKit loads the root layout and the error page with every route. */
const ALWAYS = [0, 1];

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

/** Which nodes (layouts, error pages, the page itself) SvelteKit loads for a route. */
interface Route {
  id: string;
  page: { layouts: (number | undefined)[]; errors: (number | undefined)[]; leaf: number } | null;
}

export class BuiltPages {
  readonly #manifest: Record<string, Chunk>;
  readonly #routes: readonly Route[];

  private constructor(manifest: Record<string, Chunk>, routes: readonly Route[]) {
    this.#manifest = manifest;
    this.#routes = routes;
  }

  static async read(): Promise<BuiltPages> {
    const path = resolve(OUTPUT, 'client/.vite/manifest.json');
    const chunks = await readFile(path, 'utf8').catch(() => {
      throw new Error('The pages are not built: run npm run build first.');
    });
    const server = pathToFileURL(resolve(OUTPUT, 'server/manifest-full.js')).href;
    const { manifest } = (await import(server)) as { manifest: { _: { routes: Route[] } } };
    return new BuiltPages(JSON.parse(chunks) as Record<string, Chunk>, manifest._.routes);
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
    // The app knows every page and loads only what the route names.
    this.#collect(APP, found, false);
    for (const key of [START, ...nodes.map((node) => `${GENERATED}/nodes/${node}.js`)])
      this.#collect(key, found, withLate);
    return [...found].filter((file) => file.endsWith('.js'));
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

/** In kilobytes of 1,000 bytes, to a tenth. */
export async function brotliKB(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => brotliCompressSync(await readFile(resolve(OUTPUT, 'client', file))).length),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}

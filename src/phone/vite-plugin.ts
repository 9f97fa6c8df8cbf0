/**
 * Builds the phone's program beside SvelteKit's pages: a graph of its own, so that it brings no more than a phone needs (B6, decision 039).
 * Pages learn its files from `virtual:phone-program`; under `npm run dev` Vite serves the source itself.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import type { Manifest, Plugin, ResolvedConfig, Rolldown } from 'vite';
import svelteConfig from '../../svelte.config.js';

const MODULE = 'virtual:phone-program';
const ENTRY = 'src/phone/start.ts';
/** Where SvelteKit's server lets a file be kept for a year. */
const FOLDER = '_app/immutable/phone';
const MANIFEST = '.vite/phone.json';

interface Built {
  program: { script: string; styles: string[] };
  files: { fileName: string; source: string | Uint8Array }[];
}

export function phoneProgram(): Plugin {
  let config: ResolvedConfig;
  let built: Promise<Built> | null = null;
  const once = (): Promise<Built> => (built ??= buildPhone(config.root));
  return {
    name: 'plumbline:phone-program',
    configResolved(resolved) {
      config = resolved;
    },
    resolveId(id) {
      return id === MODULE ? `\0${MODULE}` : undefined;
    },
    async load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const program =
        config.command === 'serve' ? { script: `/${ENTRY}`, styles: [] } : (await once()).program;
      return `export const phoneProgram = ${JSON.stringify(program)};`;
    },
    async generateBundle() {
      if (config.build.ssr) return;
      for (const file of (await once()).files) this.emitFile({ type: 'asset', ...file });
    },
  };
}

async function buildPhone(root: string): Promise<Built> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // Compiled as the pages are; the rest of their configuration is SvelteKit's.
    plugins: [svelte({ configFile: false, compilerOptions: { ...svelteConfig.compilerOptions } })],
    build: {
      write: false,
      manifest: MANIFEST,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ENTRY,
        output: {
          entryFileNames: `${FOLDER}/[name].[hash].js`,
          chunkFileNames: `${FOLDER}/[name].[hash].js`,
          assetFileNames: `${FOLDER}/[name].[hash].[ext]`,
        },
      },
    },
  });
  const files = filesOf(result);
  const manifest = files.find(({ fileName }) => fileName === MANIFEST);
  const entry = manifest && (JSON.parse(String(manifest.source)) as Manifest)[ENTRY];
  if (!entry) throw new Error(`The phone's program was built without ${ENTRY}.`);
  return {
    program: { script: `/${entry.file}`, styles: (entry.css ?? []).map((file) => `/${file}`) },
    files,
  };
}

function filesOf(result: Awaited<ReturnType<typeof build>>): Built['files'] {
  if (!('output' in result)) throw new Error('The phone is one program, and one is built.');
  return result.output.map((file: Rolldown.OutputChunk | Rolldown.OutputAsset) => ({
    fileName: file.fileName,
    source: file.type === 'chunk' ? file.code : file.source,
  }));
}

/** What a browser fetches to show a page, without images: the document and everything it names, packed as it is sent. */
import { brotliDecompressSync } from 'node:zlib';
import { receive } from './public-pages.ts';

export interface Weight {
  /** All of it. */
  bytes: number;
  document: number;
  styles: number;
  scripts: number;
  fonts: number;
}

export async function weightOf(address: string, path: string): Promise<Weight> {
  const page = await receive(address + path);
  const html = plain(page);
  const named = (pattern: RegExp): string[] =>
    [...html.matchAll(pattern)].map((match) => new URL(match[1] ?? '', address + path).href);
  const styles = await Promise.all(
    named(/<link href="([^"]+)" rel="stylesheet"/g).map((each) => receive(each)),
  );
  const scripts = await Promise.all(
    [...named(/<script[^>]+src="([^"]+)"/g), ...named(/rel="modulepreload" href="([^"]+)"/g)].map((each) =>
      receive(each),
    ),
  );
  const fonts = await Promise.all(
    latinFonts(styles.map(plain).join('\n'), address).map((each) => receive(each)),
  );
  const sum = (list: { bytes: Buffer }[]): number => list.reduce((all, { bytes }) => all + bytes.length, 0);
  const parts = {
    document: page.bytes.length,
    styles: sum(styles),
    scripts: sum(scripts),
    fonts: sum(fonts),
  };
  return { bytes: Object.values(parts).reduce((all, each) => all + each, 0), ...parts };
}

const plain = ({ bytes, headers }: { bytes: Buffer; headers: { 'content-encoding'?: string } }): string =>
  (headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes).toString();

/** A browser fetches only the face that holds the letters of the page: the Latin one. */
function latinFonts(css: string, address: string): string[] {
  const faces = [...css.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([face]) => face);
  const latin = faces.filter((face) => /unicode-range:\s*U\+(\?\?|0{1,4}-0{0,2}FF)/i.test(face));
  return latin.flatMap((face) => {
    const found = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(face)?.[1];
    return found === undefined ? [] : new URL(found, `${address}/_app/immutable/assets/`).href;
  });
}

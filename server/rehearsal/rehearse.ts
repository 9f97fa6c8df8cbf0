/** A whole rehearsal on a server and a store of its own: play, review, publish, download, count again. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer } from '../start-server.ts';
import { startServer } from '../start-server.ts';
import { castOf } from './cast.ts';
import type { Person } from './cast.ts';
import type { Lookup } from './contributions.ts';
import { inputsOf } from './inputs.ts';
import { Play } from './play.ts';
import type { Played } from './play.ts';
import { review } from './review.ts';
import type { Reviewed } from './review.ts';
import { Transcript } from './transcript.ts';
import { workshopToCopy } from './workshop.ts';

export interface RehearsalOptions {
  employers: number;
  seed: number;
  /** Folder for the zip and the inputs. */
  out: string;
  /** A file of published figures to rehearse on; null for the sample. */
  dataset: string | null;
  say: (line: string) => void;
}

export interface Rehearsed {
  cast: Person[];
  transcript: Transcript;
  played: Played;
  reviewed: Reviewed;
  workshop: string;
  /** Paths of what was left in the folder. */
  files: { bundle: string; inputs: string };
  seconds: number;
}

const FOUND = 12;

/** `after` sees the server before it is closed and its store removed. */
export async function rehearse<T>(
  options: RehearsalOptions,
  after: (rehearsed: Rehearsed, server: RunningServer) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'plumbline-rehearsal-'));
  try {
    const copy: { id: string; code: string }[] = [];
    const server = await startServer({
      host: '127.0.0.1',
      port: 0,
      data: { dir },
      pages: 'none',
      withSample: true,
      startRehearsal: async (_place, workshop) => void copy.push(workshop),
    });
    try {
      const original = await workshopToCopy(server.services, options.seed, options.dataset);
      await server.services.workshops.rehearse(original, options.employers);
      const [workshop] = copy;
      if (!workshop) throw new Error('The copy to rehearse on was not made.');
      return await after(await playAndPublish(options, server, workshop), server);
    } finally {
      await server.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function playAndPublish(
  { employers, seed, out, say }: RehearsalOptions,
  { port, services }: RunningServer,
  workshop: { id: string; code: string },
): Promise<Rehearsed> {
  const startedAt = performance.now();
  const cast = castOf(seed, employers);
  const transcript = new Transcript();
  const { codeList } = services.datasets;
  const lookup: Lookup = (words) => codeList.search(words, FOUND).map(({ entry }) => entry);
  const address = `http://127.0.0.1:${port}`;
  const { doors } = services;
  const played = await new Play({ seed, cast, workshop, address, doors, lookup, transcript, say }).run();
  say('Review, publication and download');
  const reviewed = await review(services, workshop.id, seed);
  const zip = await services.revisions.bundle(reviewed.revision);
  if (!zip) throw new Error('The published revision cannot be downloaded.');
  await mkdir(out, { recursive: true });
  const files = { bundle: join(out, zip.fileName), inputs: join(out, 'inputs.ndjson') };
  await writeFile(files.bundle, zip.bytes);
  await writeFile(
    files.inputs,
    inputsOf(transcript)
      .map((input) => `${JSON.stringify(input)}\n`)
      .join(''),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  return { cast, transcript, played, reviewed, workshop: workshop.id, files, seconds };
}

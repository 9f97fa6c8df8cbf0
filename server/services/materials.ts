/**
 * Materials made from what is published: one at an address of its own, or many in one zip, piece by piece so that the server
 * goes on answering, with progress, and stopped when asked (U4).
 */
import { setImmediate as turn } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { fileNameOf } from '../export/materials/material-words.ts';
import { occupationSheet } from '../export/materials/occupation-sheet.ts';
import { pathwayBrochure } from '../export/materials/pathway-brochure.ts';
import { sectorHandout } from '../export/materials/sector-handout.ts';
import { slides } from '../export/materials/slides.ts';
import type { Catalogue } from '../lmi/public/catalogue.ts';
import { newId } from '../room/ids.ts';
import type { Explore } from './explore-types.ts';
import type {
  Material,
  MaterialJob,
  MaterialKind,
  MaterialOrder,
  MaterialPaper,
  Materials,
} from './material-types.ts';

const HTML = 'text/html; charset=utf-8';
const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
/** Finished jobs are kept so long, and no more of them than this. */
const KEPT_MS = 30 * 60_000;
const KEPT_JOBS = 3;
/** Slides take a tenth of a second each: for anybody who asks, so many a minute together. */
const SLIDES = { points: 60, duration: 60 };
const FOLDERS: Record<MaterialKind, string> = {
  sheet: 'sheets',
  brochure: 'brochures',
  handout: 'handouts',
  slides: 'slides',
};
/** Files in a zip bear a fixed date: the same content is the same file. */
const STAMP = new Date(1980, 0, 1);

export interface MaterialsOptions {
  explore: Explore & { catalogue(): Promise<Catalogue> };
  now: () => number;
}

interface Job extends MaterialJob {
  startedAt: number;
  pieces: Uint8Array[];
}

interface Piece {
  path: string;
  name: string;
  make: () => Promise<Material | null>;
}

export class PublishedMaterials implements Materials {
  readonly #options: MaterialsOptions;
  readonly #jobs = new Map<string, Job>();
  readonly #slides = new RateLimiterMemory(SLIDES);

  constructor(options: MaterialsOptions) {
    this.#options = options;
  }

  async one(kind: MaterialKind, of: string, paper: MaterialPaper): Promise<Material | null> {
    if (kind === 'slides') await this.#slides.consume('all').catch(tooMany);
    return this.#make(kind, of, paper);
  }

  async start({ kinds, codes, paper }: MaterialOrder): Promise<{ job: string } | { message: string }> {
    this.#forgetOld();
    if ([...this.#jobs.values()].some(({ status }) => status === 'running'))
      return { message: 'Materials are being made already. Wait until they are done, or cancel them.' };
    const { occupations, pathways } = await this.#options.explore.catalogue();
    const wanted = occupations.filter(({ code }) => codes === 'all' || codes.includes(code));
    const mapped = new Set(pathways.map(({ occupation }) => occupation));
    const pieces = kinds.flatMap((kind): Piece[] => {
      if (kind === 'handout')
        return [...new Set(wanted.map(({ sector }) => sector))].map((sector) =>
          this.#piece(kind, sector, sector, paper),
        );
      return wanted
        .filter(({ code }) => kind !== 'brochure' || mapped.has(code))
        .map(({ code, title }) => this.#piece(kind, code, title, paper));
    });
    if (pieces.length === 0)
      return {
        message: 'There is nothing to make of this choice. Choose occupations and at least one kind.',
      };
    const id = newId('m');
    const job: Job = {
      ...{ id, status: 'running', done: 0, total: pieces.length, now: pieces[0]?.name ?? '' },
      startedAt: this.#options.now(),
      pieces: [],
    };
    this.#jobs.set(id, job);
    void this.#run(job, pieces);
    return { job: id };
  }

  job(id: string): MaterialJob | null {
    const found = this.#jobs.get(id);
    if (!found) return null;
    const { status, done, total, now } = found;
    return { id, status, done, total, now };
  }

  cancel(id: string): void {
    const job = this.#jobs.get(id);
    if (job?.status === 'running') job.status = 'cancelled';
  }

  result(id: string): Material | null {
    const job = this.#jobs.get(id);
    if (job?.status !== 'done') return null;
    const bytes = Buffer.concat(job.pieces);
    return { fileName: 'plumbline-materials.zip', contentType: 'application/zip', bytes };
  }

  /** The zip grows as each piece is made: no more than one is in memory unpacked. */
  async #run(job: Job, pieces: readonly Piece[]): Promise<void> {
    try {
      const zip = new Zip((error, bytes) => {
        if (error) throw error;
        job.pieces.push(bytes);
      });
      for (const { path, name, make } of pieces) {
        await turn();
        if (job.status === 'cancelled') break;
        job.now = name;
        const made = await make();
        if (made) {
          const file = new ZipDeflate(`${path}/${made.fileName}`, { level: 6 });
          file.mtime = STAMP;
          zip.add(file);
          file.push(made.bytes, true);
        }
        job.done += 1;
      }
      if (this.job(job.id)?.status === 'cancelled') {
        job.pieces = [];
        return;
      }
      zip.end();
      job.status = 'done';
    } catch {
      job.status = 'failed';
      job.pieces = [];
    }
  }

  #piece(kind: MaterialKind, of: string, name: string, paper: MaterialPaper): Piece {
    return { path: FOLDERS[kind], name, make: () => this.#make(kind, of, paper) };
  }

  async #make(kind: MaterialKind, of: string, paper: MaterialPaper): Promise<Material | null> {
    const { explore } = this.#options;
    if (kind === 'handout') {
      const { occupations } = await explore.catalogue();
      const [first, ...rest] = occupations.filter(({ sector }) => sector === of);
      return first ? page(`handout-${fileNameOf(of)}`, sectorHandout(of, [first, ...rest], paper)) : null;
    }
    if (kind === 'brochure') {
      const shown = await explore.pathway(of);
      if (!shown) return null;
      const { pathway, edition } = shown;
      return page(`pathway-${of}-${fileNameOf(pathway.title)}`, pathwayBrochure(pathway, edition, paper));
    }
    const shown = await explore.occupation(of);
    if (!shown) return null;
    const name = `${of}-${fileNameOf(shown.occupation.title)}`;
    if (kind === 'sheet') return page(`occupation-${name}`, occupationSheet(shown, paper));
    const bytes = await slides(shown.occupation.title, [shown]);
    return { fileName: `slides-${name}.pptx`, contentType: PPTX, bytes };
  }

  #forgetOld(): void {
    const finished = [...this.#jobs.values()].filter(({ status }) => status !== 'running');
    const old = finished.filter(({ startedAt }) => startedAt + KEPT_MS < this.#options.now());
    const many = finished.slice(0, Math.max(0, finished.length - KEPT_JOBS + 1));
    for (const { id } of [...old, ...many]) this.#jobs.delete(id);
  }
}

function page(name: string, text: string): Material {
  return { fileName: `${name}.html`, contentType: HTML, bytes: Buffer.from(text) };
}

/** Thrown to the page, which says it in a sentence. */
class TooManyAtOnce extends Error {
  override name = 'TooManyAtOnce';
}

function tooMany(refusal: unknown): never {
  if (refusal instanceof Error) throw refusal;
  throw new TooManyAtOnce('Many slides are asked for at the moment. Try again in a minute.');
}

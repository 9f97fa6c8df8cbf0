import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { inspect } from './inspect.ts';
import type { FaceShown } from './inspect.ts';
import { settled } from './settled.ts';
import { SIZES } from './sizes.ts';
import type { Size } from './sizes.ts';

const HIGHEST = 6_000;

export interface Picture {
  /** Relative to the folder. */
  file: string;
  name: string;
  size: Size;
  scheme: 'light' | 'dark';
  findings: string[];
}

export interface Shot {
  face: FaceShown;
  sizes: readonly Size[];
  /** In dark as well. */
  dark?: boolean;
  /** The whole page rather than what fits. */
  whole?: boolean;
}

export class Camera {
  readonly pictures: Picture[] = [];
  readonly problems: string[] = [];
  readonly #folder: string;
  readonly #only: readonly string[];

  /** `only`: words of which a picture's name has to hold one; none means all. */
  constructor(folder: string, only: readonly string[]) {
    this.#folder = folder;
    this.#only = only;
    if (only.length === 0) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  wants(name: string): boolean {
    return this.#only.length === 0 || this.#only.some((word) => name.includes(word));
  }

  /** What goes wrong in one part is told at the end, and the others are looked at all the same. */
  async part(name: string, shoot: () => Promise<void>): Promise<void> {
    await shoot().catch((error: unknown) => {
      this.problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  async take(page: Page, name: string, { face, sizes, dark = false, whole = false }: Shot): Promise<void> {
    if (!this.wants(name)) return;
    for (const size of sizes) {
      await page.setViewportSize(SIZES[size]);
      await this.#one(page, { name, size, scheme: 'light', face, whole });
    }
    const [first] = sizes;
    if (!dark || first === undefined) return;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(SIZES[first]);
    await this.#one(page, { name, size: first, scheme: 'dark', face, whole });
    await page.emulateMedia({ colorScheme: 'light' });
  }

  async #one(
    page: Page,
    { name, size, scheme, face, whole }: Omit<Picture, 'file' | 'findings'> & { face: FaceShown; whole: boolean },
  ): Promise<void> {
    await settled(page);
    const { width, height } = SIZES[size];
    const file = `${name}-${width}x${height}${scheme === 'dark' ? '-dark' : ''}.png`;
    const findings = await inspect(page, face, size);
    if (whole) await unroll(page, width, height);
    await page.screenshot({ path: join(this.#folder, file), animations: 'disabled' });
    this.pictures.push({ file, name, size, scheme, findings });
  }
}

/** As high as the page is, so that what sticks to an edge stays at the edge. */
async function unroll(page: Page, width: number, height: number): Promise<void> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  if (whole <= height) return;
  await page.setViewportSize({ width, height: Math.min(whole, HIGHEST) });
  await settled(page);
}

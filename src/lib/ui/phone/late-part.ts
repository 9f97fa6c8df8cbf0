/**
 * A part of the phone that its first words do not need (B6). It is fetched once; a network that fails is tried again. Many browsers keep
 * a failed import for as long as the page lives, so a part that somebody waits for is asked anew by loading the page again: the seat and
 * what was not sent yet are kept on the phone, and the person is where the room is.
 */
import { isServerThere } from './server-there.ts';

const AGAIN_MS = 2_000;
/** Between two loads of the page: a server that does not have the part must not be asked without end. */
const LOADED_AGAIN_MS = 30_000;
const KEY = 'plumbline.loaded-again';

export class LatePart<Part> {
  readonly #import: () => Promise<Part>;
  #part: Promise<Part> | null = null;
  #isWaitedFor = false;

  constructor(part: () => Promise<Part>) {
    this.#import = part;
  }

  /** Before anybody asks for it. */
  prepare(): Promise<Part> {
    return (this.#part ??= this.#fetched());
  }

  /** Somebody sees that it is missing. */
  get(): Promise<Part> {
    this.#isWaitedFor = true;
    return this.prepare();
  }

  async #fetched(): Promise<Part> {
    for (let failures = 0; ; failures += 1) {
      try {
        return await this.#import();
      } catch {
        if (failures > 0 && this.#isWaitedFor && (await isServerThere())) loadAgain();
        await new Promise((next) => setTimeout(next, AGAIN_MS));
      }
    }
  }
}

function loadAgain(): void {
  const last = Number(sessionStorage.getItem(KEY));
  if (Date.now() - last < LOADED_AGAIN_MS) return;
  sessionStorage.setItem(KEY, String(Date.now()));
  location.reload();
}

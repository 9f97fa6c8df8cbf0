/**
 * Drags one row of a list by its grip, with a finger or a mouse. Small on purpose: phones download it. From the grip to the
 * letting go the list belongs to the hand; `hold` and `release` frame it.
 */
import type { Attachment } from 'svelte/attachments';

interface Ends {
  hold(): void;
  drop(from: number, to: number): void;
  release(): void;
}

const GAP = 8;
const EDGE = 130;
const SCROLL_STEP = 10;

export class RowDrag {
  #held = $state.raw<{ from: number; to: number; by: number; shift: number } | null>(null);
  readonly #ends: Ends;

  constructor(ends: Ends) {
    this.#ends = ends;
  }

  isHeld(index: number): boolean {
    return this.#held?.from === index;
  }

  /** Where a row is drawn, in pixels from its place: with the finger, or pushed aside. */
  offset(index: number): number {
    if (!this.#held) return 0;
    const { from, to, by, shift } = this.#held;
    if (index === from) return by;
    if (from < index && index <= to) return -shift;
    return to <= index && index < from ? shift : 0;
  }

  /** For the grip of the row at `index`. */
  grip(index: number): Attachment<HTMLElement> {
    return (grip) => {
      const row = grip.closest('li');
      const list = row?.parentElement;
      if (!row || !list) return;
      let startY = 0;
      let middles: number[] = [];

      const down = (event: PointerEvent): void => {
        if (event.button !== 0) return;
        event.preventDefault();
        grip.setPointerCapture(event.pointerId);
        startY = event.clientY + window.scrollY;
        middles = [...list.children].map(middleOf);
        this.#ends.hold();
        this.#held = { from: index, to: index, by: 0, shift: row.offsetHeight + GAP };
      };
      const move = (event: PointerEvent): void => {
        if (!this.#held) return;
        scrollAtEdge(event.clientY);
        const by = event.clientY + window.scrollY - startY;
        const middle = (middles[index] ?? 0) + by;
        const to = middles.filter((other, place) => place !== index && other < middle).length;
        this.#held = { ...this.#held, to, by };
      };
      const end = (event: PointerEvent): void => {
        const held = this.#held;
        if (!held) return;
        this.#held = null;
        if (event.type === 'pointerup' && held.to !== held.from) this.#ends.drop(held.from, held.to);
        this.#ends.release();
      };

      const listeners = { pointerdown: down, pointermove: move, pointerup: end, pointercancel: end };
      const each = Object.entries(listeners) as [keyof typeof listeners, (event: PointerEvent) => void][];
      for (const [name, listener] of each) grip.addEventListener(name, listener);
      return () => {
        for (const [name, listener] of each) grip.removeEventListener(name, listener);
      };
    };
  }
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

/** A list longer than the phone goes on under the finger. */
function scrollAtEdge(y: number): void {
  if (y < EDGE) window.scrollBy(0, -SCROLL_STEP);
  if (y > window.innerHeight - EDGE) window.scrollBy(0, SCROLL_STEP);
}

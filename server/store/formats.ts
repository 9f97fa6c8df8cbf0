/**
 * What the stored shapes have been. For each kind of document, and for the records of a journal, the steps from one version
 * to the next, in order: version 1 is the first there was, and each step adds one. A file is read in the version it was
 * written in and brought up to the present one on the way in; it is written in the present one the next time. A step is never
 * changed or taken away once it has been released, and a sample of the version before it is kept under tests/fixtures/store.
 */
export type Step = (value: unknown) => unknown;

export interface Formats {
  /** By kind; a kind that is not listed is at version 1. */
  documents: Readonly<Record<string, readonly Step[]>>;
  /** From one JournalRecord to the next version of it. */
  journal: readonly Step[];
}

export const FORMATS: Formats = { documents: {}, journal: [] };

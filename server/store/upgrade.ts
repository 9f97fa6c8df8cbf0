import { FORMATS } from './formats.ts';
import type { Step } from './formats.ts';

export function documentSteps(kind: string): readonly Step[] {
  return Object.hasOwn(FORMATS.documents, kind) ? (FORMATS.documents[kind] ?? []) : [];
}

export function journalSteps(): readonly Step[] {
  return FORMATS.journal;
}

/** The version that these steps lead to. */
export function presentVersion(steps: readonly Step[]): number {
  return steps.length + 1;
}

export function upgraded(value: unknown, version: number, steps: readonly Step[]): unknown {
  return steps.slice(version - 1).reduce((older, step) => step(older), value);
}

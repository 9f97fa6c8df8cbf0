/** The inputs as a stranger would read them: the last thing each person said to each question (R2), gathered by firm (V4). */
import type { Input, InputKind } from '../inputs.ts';

export interface Voice<V = unknown> {
  participant: string;
  firm: string;
  value: V;
}

/** `target` names the question; only values that are answers are taken, not what was added to a list. */
export function lastSaid<V>(
  inputs: readonly Input[],
  kind: InputKind,
  isAnswer: (value: unknown, target: string) => value is V,
): Map<string, Voice<V>[]> {
  const byTarget = new Map<string, Map<string, Voice<V>>>();
  for (const { participant, firm, kind: said, target, value } of inputs) {
    if (said !== kind || !isAnswer(value, target)) continue;
    const voices = byTarget.get(target) ?? new Map<string, Voice<V>>();
    voices.set(participant, { participant, firm, value });
    byTarget.set(target, voices);
  }
  return new Map([...byTarget].map(([target, voices]) => [target, [...voices.values()]]));
}

export function byFirm<V>(voices: readonly Voice<V>[]): V[][] {
  const firms = new Map<string, V[]>();
  for (const { firm, value } of voices) firms.set(firm, [...(firms.get(firm) ?? []), value]);
  return [...firms.values()];
}

/** What most of a firm's people say; null when as many say something else. */
export function most<V>(values: readonly V[]): V | null {
  const counted = [...new Set(values)].map((value) => ({
    value,
    times: values.filter((other) => other === value).length,
  }));
  const top = Math.max(...counted.map(({ times }) => times));
  const first = counted.filter(({ times }) => times === top);
  return first.length === 1 ? (first[0]?.value ?? null) : null;
}

/** Firms of whose people most hold this. */
export function firmsThat<V>(voices: readonly Voice<V>[], holds: (value: V) => boolean): number {
  return byFirm(voices).filter((values) => most(values.map(holds)) === true).length;
}

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN;
  return (low + high) / 2;
}

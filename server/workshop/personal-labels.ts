/** Labels typed in the room that hold a name, an organisation or a contact of somebody in it: they may not outlive erasure (C5). */
import type { WorkshopState } from './state.ts';

const ERASED = '(erased label)';

/** Names, organisations and contacts, as typed. */
function personalWords(state: WorkshopState): string[] {
  const people = Object.values(state.participants).flatMap(({ profile }) => [
    profile.name,
    profile.organisation,
  ]);
  const firms = Object.values(state.firms).map(({ name }) => name);
  const seats = Object.values(state.seats).map(({ name }) => name);
  return [...new Set([...people, ...firms, ...seats, ...contactsOf(state)])].filter(
    (text) => text.length > 2,
  );
}

export function contactsOf(state: WorkshopState): string[] {
  const stored = Object.values(state.phases)
    .flatMap(({ rounds }) => rounds)
    .flatMap(({ answers }) => Object.values(answers))
    .flatMap((byPerson) => Object.values(byPerson));
  return stored.flatMap(({ answer }) =>
    answer.kind === 'commitment' && answer.contact !== '' ? [answer.contact] : [],
  );
}

export function personalLabels(state: WorkshopState): string[] {
  const words = personalWords(state).map(wholeWords);
  const entries = Object.values(state.entries)
    .filter(({ by }) => by !== null)
    .map(({ label }) => label);
  const steps = Object.values(state.maps).flatMap(({ steps: all }) =>
    Object.values(all)
      .filter(({ origin }) => origin !== 'draft')
      .map(({ label }) => label),
  );
  return [...new Set([...entries, ...steps])].filter((label) => words.some((word) => word.test(label)));
}

/** The same value with each of these labels replaced, wherever it stands in a text. */
export function withoutLabels<T>(value: T, labels: readonly string[]): T {
  if (labels.length === 0) return value;
  const longestFirst = [...labels].sort((a, b) => b.length - a.length);
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string'
      ? longestFirst.reduce((text, label) => text.replaceAll(label, ERASED), part)
      : part,
  ) as T;
}

function wholeWords(text: string): RegExp {
  const literal = text.replaceAll(/[\\^$.*+?()[\]{}|\-/]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu');
}

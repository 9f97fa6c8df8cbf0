/** An index of titles and aliases by word: finds by whole word, by beginning, and by a word one typing slip away. */
import { distance } from 'fastest-levenshtein';
import type { CodeListEntry } from './code-list.ts';
import { foldWords } from './words.ts';

interface Phrase {
  entry: CodeListEntry;
  /** The alias; null for the title. */
  alias: string | null;
  words: readonly string[];
}

export interface Found {
  entry: CodeListEntry;
  via: string | null;
  score: number;
}

const wholeWord = 1;
const beginning = 0.85;
const typingSlip = 0.7;
const slipInFirstLetter = 0.6;
const acrossPhrases = 0.4;
/** Several phrases of one entry that fit speak for it a little. */
const perPhrase = 0.02;
const phrasesCounted = 8;

export class CodeListIndex {
  #phrasesByWord = new Map<string, Phrase[]>();

  constructor(entries: readonly CodeListEntry[] = []) {
    for (const entry of entries) this.add(entry);
  }

  add(entry: CodeListEntry): void {
    this.#add({ entry, alias: null, words: foldWords(entry.title) });
    for (const alias of entry.aliases) {
      for (const name of namesIn(alias)) this.#add({ entry, alias, words: foldWords(name) });
    }
  }

  #add(phrase: Phrase): void {
    for (const word of new Set(phrase.words)) {
      const phrases = this.#phrasesByWord.get(word);
      if (phrases) phrases.push(phrase);
      else this.#phrasesByWord.set(word, [phrase]);
    }
  }

  /**
   * Entries that hold every word, best first: in one phrase, or spread over the phrases of one entry. A word that is
   * nowhere in the list is left aside, so that "trauma nurse" still finds nurses.
   */
  find(words: string): Found[] {
    const asked = [...new Set(foldWords(words))].slice(0, 8);
    const perWord = asked.map((word) => this.#qualities(word)).filter((qualities) => qualities.size > 0);
    const best = new Map<CodeListEntry, Found & { phrases: number }>();
    for (const phrase of perWord[0]?.keys() ?? []) {
      const score = scorePhrase(phrase, perWord);
      if (score === null) continue;
      const known = best.get(phrase.entry) ?? { entry: phrase.entry, via: null, score: -1, phrases: 0 };
      const isBetter = score > known.score;
      best.set(phrase.entry, {
        entry: phrase.entry,
        via: isBetter ? phrase.alias : known.via,
        score: Math.max(score, known.score),
        phrases: known.phrases + 1,
      });
    }
    for (const entry of entriesWithAll(perWord)) {
      if (!best.has(entry)) best.set(entry, { entry, via: null, score: acrossPhrases, phrases: 0 });
    }
    return [...best.values()]
      .map(({ entry, via, score, phrases }) => ({
        entry,
        via,
        score: score + perPhrase * Math.min(phrases, phrasesCounted),
      }))
      .sort(byScore);
  }

  /** Every phrase that has the word, with how well it has it. */
  #qualities(word: string): Map<Phrase, number> {
    const qualities = new Map<Phrase, number>();
    for (const [known, phrases] of this.#phrasesByWord) {
      const quality = likeness(word, known);
      if (quality === 0) continue;
      for (const phrase of phrases) {
        if (quality > (qualities.get(phrase) ?? 0)) qualities.set(phrase, quality);
      }
    }
    return qualities;
  }
}

function likeness(asked: string, known: string): number {
  if (asked === known) return wholeWord;
  if (asked.length >= 2 && known.startsWith(asked)) return beginning;
  const mayDiffer = asked.length >= 4 && Math.abs(asked.length - known.length) <= 1;
  if (!mayDiffer || !isOneSlipAway(asked, known)) return 0;
  return asked[0] === known[0] ? typingSlip : slipInFirstLetter;
}

/** One letter changed, added or left out, or two neighbours swapped. */
function isOneSlipAway(a: string, b: string): boolean {
  if (distance(a, b) === 1) return true;
  if (a.length !== b.length) return false;
  const first = [...a].findIndex((letter, place) => letter !== b[place]);
  return a.slice(0, first) + (a[first + 1] ?? '') + (a[first] ?? '') + a.slice(first + 2) === b;
}

function scorePhrase(phrase: Phrase, perWord: readonly Map<Phrase, number>[]): number | null {
  let sum = 0;
  for (const qualities of perWord) {
    const quality = qualities.get(phrase);
    if (quality === undefined) return null;
    sum += quality;
  }
  const covered = Math.min(1, sum / phrase.words.length);
  return 0.6 * (sum / perWord.length) + 0.3 * covered + (phrase.alias === null ? 0.1 : 0);
}

function entriesWithAll(perWord: readonly Map<Phrase, number>[]): CodeListEntry[] {
  const [first, ...others] = perWord.map(
    (qualities) => new Set([...qualities.keys()].map((phrase) => phrase.entry)),
  );
  return [...(first ?? [])].filter((entry) => others.every((entries) => entries.has(entry)));
}

function byScore(a: Found, b: Found): number {
  return (
    b.score - a.score || a.entry.title.length - b.entry.title.length || (a.entry.code < b.entry.code ? -1 : 1)
  );
}

/** "Certified Nurse Aide (CNA)" is two names: with the words and with the short form. */
function namesIn(alias: string): string[] {
  const parts = /^([^(]*)\(([^)]*)\)(.*)$/.exec(alias);
  if (parts === null) return [alias];
  const [, before = '', within = '', after = ''] = parts;
  return [`${before} ${after}`, `${within} ${after}`].filter((name) => name.trim() !== '');
}

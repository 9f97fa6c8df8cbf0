/** What the run must not survive: one safeguard each, taken out of a copy of the code by an exact replacement. */
interface Replacement {
  file: string;
  from: string;
  to: string;
}

interface MutantOf {
  without: string;
  replacements: readonly Replacement[];
  /** What is counted without it. A killed process loses nothing it has written: only a disk that loses power shows a missing sync. */
  shows: 'duplicates' | 'wrong' | 'ackedLost' | 'disk';
}

export const MUTANTS = {
  'no-dedupe': {
    without: 'a command that comes again gets its stored answer (R3)',
    replacements: [
      {
        file: 'server/room/ledger.ts',
        from: "if (known) return known === 'reused' ? refuse('id_reused') : known;",
        to: '',
      },
    ],
    shows: 'duplicates',
  },
  'no-gap-check': {
    without: 'a number that was left out asks for the whole view',
    replacements: [{ file: 'src/lib/room/replica.ts', from: "if (seq > at.seq + 1) return 'gap';", to: '' }],
    shows: 'wrong',
  },
  'no-sync': {
    without: 'what is acknowledged is on the disk (N4)',
    replacements: [
      {
        file: 'server/store/workshop-folder.ts',
        from: 'this.#files.openSynced(',
        to: 'this.#files.openFile(',
      },
    ],
    shows: 'disk',
  },
  'ack-first': {
    without: 'nothing is acknowledged before it is stored (R1)',
    replacements: [
      {
        file: 'server/room.ts',
        from: 'const stored = await this.#ledger.commit();',
        to: "answered.forEach(({ settle }, index) => settle(acks[index] ?? refuse('internal')));\n      const stored = await this.#ledger.commit();",
      },
    ],
    shows: 'ackedLost',
  },
} as const satisfies Record<string, MutantOf>;

export type Mutant = keyof typeof MUTANTS;

export function isMutant(name: string): name is Mutant {
  return Object.hasOwn(MUTANTS, name);
}

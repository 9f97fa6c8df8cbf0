/**
 * Supply beside demand for some occupations. The crosswalk is many-to-many and gives no weights, so a completer may stand under
 * several occupations: how many do is told with the sum, and the distinct people are counted once.
 */
import type { Dataset, Program } from './dataset.ts';
import { detailedCodes, isBlsHybrid } from './soc.ts';

export interface OccupationSupply {
  occupation: string;
  title: string;
  programs: number;
  /** null where no program says. */
  completions: number | null;
  /** Of them, completers of programs that also lead to another occupation of the dataset. */
  sharedCompletions: number;
  capacity: number | null;
  openings: number | null;
  /** The codes a BLS hybrid code was joined by; none for a code of its own. */
  joinedBy: readonly string[];
}

export interface Supply {
  occupations: OccupationSupply[];
  /** Each completer once, whatever the number of occupations. */
  distinctCompletions: number;
  /** The sum over the occupations less the distinct ones: how often somebody is counted again. */
  countedAgain: number;
}

export function supplyOf(dataset: Dataset, codes: readonly string[]): Supply {
  const titles = new Map(dataset.occupations.map(({ code, title }) => [code, title]));
  const asked = new Set(codes);
  const programs = dataset.programs.filter(({ occupations }) => occupations.some((code) => asked.has(code)));
  const occupations = codes.map((code): OccupationSupply => {
    const own = programs.filter((program) => program.occupations.includes(code));
    const openings = dataset.observations.find(
      ({ occupation, measure }) => occupation === code && measure === 'openings_annual',
    );
    return {
      occupation: code,
      title: titles.get(code) ?? code,
      programs: own.length,
      completions: total(own, ({ completions }) => completions),
      sharedCompletions:
        total(
          own.filter(({ occupations }) => occupations.length > 1),
          ({ completions }) => completions,
        ) ?? 0,
      capacity: total(own, ({ capacity }) => capacity),
      openings: openings?.value ?? null,
      joinedBy: isBlsHybrid(code) ? detailedCodes(code) : [],
    };
  });
  const distinct = total(programs, ({ completions }) => completions) ?? 0;
  const counted = occupations.reduce((sum, { completions }) => sum + (completions ?? 0), 0);
  return { occupations, distinctCompletions: distinct, countedAgain: counted - distinct };
}

function total(programs: readonly Program[], count: (program: Program) => number | null): number | null {
  const known = programs.map(count).filter((number) => number !== null);
  return known.length === 0 ? null : known.reduce((sum, number) => sum + number, 0);
}

/**
 * Supply beside demand for some occupations. The crosswalk is many-to-many and gives no weights, so a completer may stand under
 * several occupations: how many do is told with the sum, and the distinct people are counted once.
 */
import type { Dataset, Observation, Program } from './dataset.ts';
import { detailedCodes, isBlsHybrid } from './soc.ts';

export interface OccupationSupply {
  occupation: string;
  title: string;
  programs: readonly Program[];
  /** null where no program says. */
  completions: number | null;
  completionPeriods: string[];
  /** Of them, completers of programs that also lead to another occupation. */
  sharedCompletions: number;
  /** Those occupations, as the dataset calls them: the ones that share most completers first. */
  sharedWith: string[];
  capacity: number | null;
  capacityPeriods: string[];
  /** Of the dataset's area where there is one, of the latest period. */
  openings: Observation | null;
  /** The codes a BLS hybrid code was joined by; none for a code of its own. */
  joinedBy: readonly string[];
  /** Where programs and joins are from. */
  sources: string[];
}

export interface Supply {
  occupations: OccupationSupply[];
  /** Each completer once, whatever the number of occupations. */
  distinctCompletions: number;
  /** The sum over the occupations less the distinct ones: how often somebody is counted again. */
  countedAgain: number;
}

export function supplyOf(dataset: Dataset, codes: readonly string[]): Supply {
  const reader = new SupplyReader(dataset);
  const occupations = codes.map((code) => reader.of(code));
  const programs = [...new Set(occupations.flatMap((each) => each.programs))];
  const distinct = total(programs, ({ completions }) => completions) ?? 0;
  const counted = occupations.reduce((sum, { completions }) => sum + (completions ?? 0), 0);
  return { occupations, distinctCompletions: distinct, countedAgain: counted - distinct };
}

/** Looks through a dataset once, so that thousands of occupations can be asked for. */
export class SupplyReader {
  readonly #area: string;
  readonly #titles: Map<string, string>;
  readonly #programs = new Map<string, Program[]>();
  readonly #openings: Map<string, Observation[]>;
  /** By field of study: the occupations it leads to, and the source that says so. */
  readonly #fields = new Map<string, { codes: Set<string>; source: string }>();

  constructor({ area, occupations, observations, programs, crosswalk }: Dataset) {
    this.#area = area;
    this.#titles = new Map(occupations.map(({ code, title }) => [code, title]));
    for (const program of programs)
      for (const code of program.occupations)
        this.#programs.set(code, [...(this.#programs.get(code) ?? []), program]);
    const openings = observations.filter(({ measure }) => measure === 'openings_annual');
    this.#openings = Map.groupBy(openings, ({ occupation }) => occupation);
    const wholeOf = new Map<string, string>();
    for (const { code } of occupations)
      if (isBlsHybrid(code)) for (const part of detailedCodes(code)) wholeOf.set(part, code);
    for (const { cip, occupation, source } of crosswalk) {
      const field = this.#fields.get(cip) ?? { codes: new Set<string>(), source };
      this.#fields.set(cip, field);
      field.codes.add(wholeOf.get(occupation) ?? occupation);
    }
  }

  /** Occupations that the program leads to beside this one: in the dataset, and by the whole crosswalk where it is there. */
  others(program: Program, code: string): string[] {
    const all = new Set([...program.occupations, ...(this.#fields.get(program.cip)?.codes ?? [])]);
    for (const own of [code, ...detailedCodes(code)]) all.delete(own);
    return [...all];
  }

  titleOf(code: string): string | null {
    return this.#titles.get(code) ?? null;
  }

  of(code: string): OccupationSupply {
    const programs = this.#programs.get(code) ?? [];
    const shared = new Map<string, number>();
    let sharedCompletions = 0;
    for (const program of programs) {
      const others = this.others(program, code);
      const completers = program.completions ?? 0;
      if (others.length > 0) sharedCompletions += completers;
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + completers);
    }
    const joins = programs.flatMap(({ cip }) => this.#fields.get(cip)?.source ?? []);
    return {
      occupation: code,
      title: this.titleOf(code) ?? code,
      programs,
      completions: total(programs, ({ completions }) => completions),
      completionPeriods: periods(
        programs,
        ({ completions, completionsPeriod }) => completions !== null && completionsPeriod,
      ),
      sharedCompletions,
      sharedWith: [...shared].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([other]) => other),
      capacity: total(programs, ({ capacity }) => capacity),
      capacityPeriods: periods(
        programs,
        ({ capacity, capacityPeriod }) => capacity !== null && capacityPeriod,
      ),
      openings: this.#openingsOf(code),
      joinedBy: isBlsHybrid(code) ? detailedCodes(code) : [],
      sources: [...new Set([...programs.map(({ source }) => source), ...joins])],
    };
  }

  #openingsOf(code: string): Observation | null {
    const all = this.#openings.get(code) ?? [];
    const near = all.filter(({ area }) => area === this.#area);
    const [latest] = [...(near.length > 0 ? near : all)].sort((a, b) => b.period.localeCompare(a.period));
    return latest ?? null;
  }
}

function total(programs: readonly Program[], count: (program: Program) => number | null): number | null {
  const known = programs.map(count).filter((number) => number !== null);
  return known.length === 0 ? null : known.reduce((sum, number) => sum + number, 0);
}

function periods(
  programs: readonly Program[],
  periodOf: (program: Program) => string | null | undefined | false,
): string[] {
  return [...new Set(programs.map(periodOf))].filter((period) => typeof period === 'string').sort();
}

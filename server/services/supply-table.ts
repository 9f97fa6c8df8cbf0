/** Supply beside demand for a whole dataset, as staff read it: one line an occupation, and the programs behind one of them. */
import type { Dataset, Source } from '../lmi/dataset.ts';
import { formatFigure } from '../lmi/figures.ts';
import { SupplyReader, supplyOf } from '../lmi/supply.ts';
import type { OccupationSupply } from '../lmi/supply.ts';

export interface SupplyRow {
  code: string;
  title: string;
  openings: { shown: string; value: number | null; area: string; period: string } | null;
  programs: number;
  completions: number | null;
  completionPeriods: string[];
  shared: number;
  capacity: number | null;
  capacityPeriods: string[];
  joinedBy: readonly string[];
}

export interface SupplyTable {
  rows: SupplyRow[];
  distinctCompletions: number;
  countedAgain: number;
  sources: Source[];
}

interface Named {
  code: string;
  title: string | null;
}

export interface SupplyDetail extends SupplyRow {
  sharedWith: Named[];
  offered: {
    id: string;
    title: string;
    cip: string;
    provider: string;
    city: string | null;
    credential: string;
    completions: number | null;
    capacity: number | null;
    others: Named[];
    source: string;
    row: number | null;
  }[];
}

/** Only occupations that a program leads to, the ones with most completions first. */
export function supplyTable(dataset: Dataset): SupplyTable {
  const codes = new Set(dataset.programs.flatMap(({ occupations }) => occupations));
  const listed = dataset.occupations.map(({ code }) => code).filter((code) => codes.has(code));
  const { occupations, distinctCompletions, countedAgain } = supplyOf(dataset, listed);
  const used = new Set(occupations.flatMap(({ sources }) => sources));
  return {
    rows: occupations
      .map(rowOf)
      .sort((a, b) => (b.completions ?? -1) - (a.completions ?? -1) || (a.code < b.code ? -1 : 1)),
    distinctCompletions,
    countedAgain,
    sources: dataset.sources.filter(({ id }) => used.has(id)),
  };
}

export function supplyDetail(dataset: Dataset, code: string): SupplyDetail | null {
  if (!dataset.occupations.some((each) => each.code === code)) return null;
  const reader = new SupplyReader(dataset);
  const supply = reader.of(code);
  const named = (other: string): Named => ({ code: other, title: reader.titleOf(other) });
  return {
    ...rowOf(supply),
    sharedWith: supply.sharedWith.map(named),
    offered: supply.programs
      .map((program) => {
        const { id, title, cip, provider, city, credential, completions, capacity, source, row } = program;
        const others = reader.others(program, code).map(named);
        return { id, title, cip, provider, city, credential, completions, capacity, others, source, row };
      })
      .sort((a, b) => (b.completions ?? -1) - (a.completions ?? -1) || (a.id < b.id ? -1 : 1)),
  };
}

function rowOf(supply: OccupationSupply): SupplyRow {
  const { occupation, title, programs, completions, sharedCompletions, capacity, openings, joinedBy } =
    supply;
  return {
    code: occupation,
    title,
    openings: openings && {
      shown: formatFigure(openings),
      value: openings.value,
      area: openings.area,
      period: openings.period,
    },
    programs: programs.length,
    completions,
    completionPeriods: supply.completionPeriods,
    shared: sharedCompletions,
    capacity,
    capacityPeriods: supply.capacityPeriods,
    joinedBy,
  };
}

/** Rows of the published side. The order is the dataset's own, so that it comes back the same (A6). */
import type { Occupation, Source } from '../dataset.ts';
import type { OccupationState } from '../effective-state.ts';
import { byKey, own } from '../own.ts';
import type { BundleContent } from './bundle-content.ts';
import type { Row } from './table.ts';

export function occupationRows({ dataset, state }: BundleContent): Row[] {
  const listed = dataset.occupations.map((occupation) =>
    occupationRow(occupation.code, own(state.occupations, occupation.code), occupation),
  );
  const codes = new Set(dataset.occupations.map(({ code }) => code));
  const beside = byKey(state.occupations)
    .filter(([code]) => !codes.has(code))
    .map(([code, occupation]) => occupationRow(code, occupation, null));
  return [...listed, ...beside];
}

function occupationRow(code: string, said: OccupationState | undefined, listed: Occupation | null): Row {
  return {
    occupation_code: code,
    title: listed?.title ?? said?.title ?? code,
    code_system: listed?.system ?? null,
    code_level: listed?.level ?? null,
    aliases: listed?.aliases ?? [],
    in_dataset: listed !== null,
    critical_rank: said?.critical?.rank ?? null,
    critical_firms: said?.critical?.firms ?? null,
    category: said?.category?.title ?? null,
    critical_adjustment_id: said?.critical?.adjustment ?? null,
    category_adjustment_id: said?.category?.adjustment ?? null,
    description: listed?.description ?? null,
  };
}

export function observationRows({ dataset, state }: BundleContent): Row[] {
  const titles = new Map(dataset.occupations.map(({ code, title }) => [code, title]));
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  return dataset.observations.map((figure) => {
    const said = own(own(state.occupations, figure.occupation)?.figures, figure.id);
    const source: Source | undefined = sources.get(figure.source);
    return {
      observation_id: figure.id,
      occupation_code: figure.occupation,
      title: titles.get(figure.occupation) ?? '',
      area: figure.area,
      measure: figure.measure,
      period: figure.period,
      unit: figure.unit,
      value: figure.value,
      text: figure.text,
      flag: figure.flag,
      lower_bound: figure.lowerBound,
      raw: figure.raw,
      source: figure.source,
      source_title: source?.title ?? '',
      source_publisher: source?.publisher ?? '',
      source_release: source?.release ?? '',
      source_row: figure.row,
      source_column: figure.column,
      adjusted_value: said?.adjusted ?? null,
      adjusted_direction: said?.direction ?? null,
      adjustment_id: said?.adjustment ?? null,
    };
  });
}

export function sourceRows({ dataset }: BundleContent): Row[] {
  return dataset.sources.map(({ id, retrievedAt, sha256, profile, ...source }) => ({
    source_id: id,
    retrieved_at: retrievedAt,
    sha256: sha256 ?? null,
    profile: profile ?? null,
    ...source,
  }));
}

export function programRows({ dataset }: BundleContent): Row[] {
  return dataset.programs.map(
    ({ id, cip, occupations, completionsPeriod, row, system, providerId, capacityPeriod, ...program }) => ({
      program_id: id,
      code_system: system ?? null,
      provider_id: providerId ?? null,
      capacity_period: capacityPeriod ?? null,
      cip_code: cip,
      occupation_codes: occupations,
      completions_period: completionsPeriod,
      source_row: row,
      ...program,
    }),
  );
}

export function skillRows({ dataset }: BundleContent): Row[] {
  return dataset.skills.map(({ id, occupation, row, level, isImprecise, ...skill }) => ({
    skill_id: id,
    level: level ?? null,
    is_imprecise: isImprecise ?? null,
    occupation_code: occupation,
    source_row: row,
    ...skill,
  }));
}

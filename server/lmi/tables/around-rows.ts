/** Rows of what stands around the occupations, in the dataset's own order (A6), and back. */
import type { Dataset } from '../dataset.ts';
import type { BundleContent } from './bundle-content.ts';
import type { Row } from './table.ts';

type Around = Pick<
  Dataset,
  'relatedOccupations' | 'fieldsOfStudy' | 'providers' | 'crosswalk' | 'hiringEvents'
>;
type Unread = { [Part in keyof Around]: unknown[] };

export function aroundRows({ dataset }: BundleContent): Record<string, Row[]> {
  return {
    related_occupations: dataset.relatedOccupations.map((one) => ({
      occupation_code: one.occupation,
      related_code: one.related,
      related_title: one.title,
      tier: one.tier,
      rank: one.rank,
      ...originOf(one),
    })),
    fields_of_study: dataset.fieldsOfStudy.map((one) => ({
      cip_code: one.cip,
      code_system: one.system,
      title: one.title,
      ...originOf(one),
    })),
    providers: dataset.providers.map(({ id, row, ...one }) => ({
      provider_id: id,
      ...one,
      source_row: row,
    })),
    crosswalk: dataset.crosswalk.map((one) => ({
      cip_code: one.cip,
      occupation_code: one.occupation,
      ...originOf(one),
    })),
    hiring_events: dataset.hiringEvents.map((one) => ({
      event_id: one.id,
      employer: one.employer,
      kind: one.kind,
      announced_at: one.announcedAt,
      effective_at: one.effectiveAt,
      people: one.people,
      area: one.area,
      place: one.place,
      industry: one.industry,
      occupation_codes: one.occupations,
      replaces: one.replaces,
      url: one.url,
      ...originOf(one),
    })),
  };
}

function originOf({ source, row }: { source: string; row: number | null }): Row {
  return { source, source_row: row };
}

/** What `dataset.parse` judges. A bundle without these tables has none of it. */
export function aroundFromRows(rows: Record<string, Row[]>): Unread {
  const of = (name: string) => rows[name] ?? [];
  return {
    relatedOccupations: of('related_occupations').map((row) => ({
      occupation: row['occupation_code'],
      related: row['related_code'],
      title: row['related_title'],
      tier: row['tier'],
      rank: row['rank'],
      ...readOrigin(row),
    })),
    fieldsOfStudy: of('fields_of_study').map((row) => ({
      cip: row['cip_code'],
      system: row['code_system'],
      title: row['title'],
      ...readOrigin(row),
    })),
    providers: of('providers').map((row) => ({
      id: row['provider_id'],
      name: row['name'],
      city: row['city'],
      state: row['state'],
      url: row['url'],
      ...readOrigin(row),
    })),
    crosswalk: of('crosswalk').map((row) => ({
      cip: row['cip_code'],
      occupation: row['occupation_code'],
      ...readOrigin(row),
    })),
    hiringEvents: of('hiring_events').map((row) => ({
      id: row['event_id'],
      employer: row['employer'],
      kind: row['kind'],
      announcedAt: row['announced_at'],
      effectiveAt: row['effective_at'],
      people: row['people'],
      area: row['area'],
      place: row['place'],
      industry: row['industry'],
      occupations: row['occupation_codes'],
      replaces: row['replaces'],
      url: row['url'],
      ...readOrigin(row),
    })),
  };
}

function readOrigin(row: Row) {
  return { source: row['source'], row: row['source_row'] };
}

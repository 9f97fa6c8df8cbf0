/** IPEDS institutions (HD): who stands behind a UNITID, and where. */
import type { AroundRow, RejectedRow, RowReader, SourceProfile } from '../source-profile.ts';
import { describeColumns, placesOf } from './header-columns.ts';
import { publishedSource } from './published-source.ts';

export const ipedsInstitutions: SourceProfile = {
  id: 'ipeds-institutions',
  name: 'IPEDS institutions',
  readHeader(cells, context) {
    const places = placesOf(cells, ['unitid', 'instnm', 'city', 'stabbr']);
    if (places === null) return { kind: 'other' };
    const web = placesOf(cells, ['webaddr'])?.webaddr ?? -1;
    const year = /hd(20\d\d)/i.exec(context.fileName)?.[1];
    const source = publishedSource({
      id: `ipeds-institutions${year ? `-${year}` : ''}`,
      title: 'IPEDS institutions',
      publisher: 'National Center for Education Statistics (IPEDS)',
      release: year ?? 'not stated',
      file: context.fileName,
      url: 'https://nces.ed.gov/ipeds/',
    });
    const reader: RowReader = {
      sources: () => [source],
      read(cells): AroundRow | RejectedRow {
        const at = (place: number): string => (place === -1 ? '' : (cells[place] ?? '').trim());
        const [id, name] = [at(places.unitid), at(places.instnm)];
        if (!/^\d{6}$/.test(id))
          return {
            kind: 'rejected',
            reason: 'an institution has a number of six digits',
            column: 'UNITID',
            text: id,
          };
        if (name === '')
          return { kind: 'rejected', reason: 'the institution has no name', column: 'INSTNM', text: id };
        const [city, state, url] = [at(places.city), at(places.stabbr), at(web)].map((text) => text || null);
        return {
          kind: 'around',
          parts: {
            provider: {
              id,
              name,
              city: city ?? null,
              state: state ?? null,
              url: url ?? null,
              source: source.id,
            },
          },
          code: id,
          title: name,
          becomes: [`a provider${city ? ` in ${city}` : ''}`],
        };
      },
    };
    const described = describeColumns(cells, [
      [places.unitid, 'number of the institution'],
      [places.instnm, 'its name'],
      [places.city, 'city'],
      [places.stabbr, 'state'],
      ...(web === -1 ? [] : ([[web, 'its own page']] as const)),
    ]);
    return { kind: 'recognised', ...described, reader };
  },
};

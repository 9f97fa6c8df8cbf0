/**
 * The NCES crosswalk of CIP 2020 to SOC 2018: many-to-many, without weights. `99-9999` and `99.9999` say "no match" and are no
 * codes: such rows are kept out of every join, and counted.
 */
import { readCip } from '../../lmi/cip.ts';
import type { CodeReading } from '../../lmi/soc.ts';
import { readSocCode } from '../../lmi/soc.ts';
import type { AroundRow, LeftOutRow, RejectedRow, RowReader, SourceProfile } from '../source-profile.ts';
import { describeColumns, placesOf } from './header-columns.ts';
import { titleOf } from './nces-cip.ts';
import { publishedSource } from './published-source.ts';

export const cipSoc: SourceProfile = {
  id: 'cip-soc',
  name: 'NCES crosswalk of CIP 2020 to SOC 2018',
  readHeader(cells, context) {
    const places = placesOf(cells, ['cip2020code', 'cip2020title', 'soc2018code', 'soc2018title']);
    if (places === null) return { kind: 'other' };
    const source = publishedSource({
      id: 'nces-cip-2020-soc-2018',
      title: 'CIP 2020 to SOC 2018 crosswalk (many-to-many, without weights)',
      publisher: 'National Center for Education Statistics',
      release: '2020',
      file: context.fileName,
      url: 'https://nces.ed.gov/ipeds/cipcode/',
    });
    const reader: RowReader = {
      sources: () => [source],
      read(cells): AroundRow | LeftOutRow | RejectedRow {
        const at = (name: keyof typeof places): string => (cells[places[name]] ?? '').trim();
        if (at('soc2018code') === '99-9999')
          return { kind: 'left_out', reason: 'a field of study without a matching occupation (99-9999)' };
        if (at('cip2020code') === '99.9999')
          return { kind: 'left_out', reason: 'an occupation without a matching field of study (99.9999)' };
        const cip = readCip(at('cip2020code'));
        if (!cip.ok)
          return { kind: 'rejected', reason: cip.reason, column: 'CIP2020Code', text: at('cip2020code') };
        const soc: CodeReading = readSocCode(at('soc2018code'));
        if (!soc.ok)
          return { kind: 'rejected', reason: soc.reason, column: 'SOC2018Code', text: at('soc2018code') };
        const title = titleOf(at('cip2020title'));
        return {
          kind: 'around',
          parts: {
            pair: { cip: cip.cip, occupation: soc.code, source: source.id },
            ...(title === '' ? {} : { field: { system: 'CIP2020', cip: cip.cip, title, source: source.id } }),
          },
          code: cip.cip,
          title: title || cip.cip,
          becomes: [`leads to ${soc.code} ${at('soc2018title')}`],
        };
      },
    };
    const described = describeColumns(cells, [
      [places.cip2020code, 'CIP 2020 code, kept as text'],
      [places.cip2020title, 'title of the field of study'],
      [places.soc2018code, 'SOC 2018 code of an occupation it leads to'],
      [places.soc2018title, 'its title'],
    ]);
    return { kind: 'recognised', ...described, reader };
  },
};

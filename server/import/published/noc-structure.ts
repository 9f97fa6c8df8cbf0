/**
 * The structure of NOC 2021 (Statistics Canada): unit groups with their TEER, the second digit of the code. Some conversions of the
 * list made numbers of the codes: the level says how many digits there were, so unit groups get their zeros back.
 */
import { teerOf } from '../../lmi/code-systems.ts';
import { measures } from '../../lmi/measures.ts';
import type { LeftOutRow, ReadRow, RejectedRow, RowReader, SourceProfile } from '../source-profile.ts';
import { describeColumns, headerKey } from './header-columns.ts';
import { publishedSource } from './published-source.ts';

const unitGroupLevel = '5';

export const nocStructure: SourceProfile = {
  id: 'noc-structure',
  name: 'NOC 2021 structure',
  readHeader(cells, context) {
    const keys = cells.map(headerKey);
    const places = {
      level: keys.indexOf('level'),
      code: keys.findIndex((key) => /^code - noc 2021\b/.test(key)),
      title: keys.indexOf('class title'),
      definition: keys.indexOf('class definition'),
    };
    if (places.level === -1 || places.code === -1 || places.title === -1) return { kind: 'other' };
    const source = publishedSource({
      id: 'statcan-noc-2021',
      title: 'National Occupational Classification 2021',
      publisher: 'Statistics Canada',
      release: '2021 V1.0',
      file: context.fileName,
      licence: 'Statistics Canada Open Licence',
      url: 'https://www.statcan.gc.ca/en/subjects/standard/noc/2021/indexV1',
    });
    const reader: RowReader = {
      sources: () => [source],
      read(cells): ReadRow | LeftOutRow | RejectedRow {
        const at = (place: number): string => (place === -1 ? '' : (cells[place] ?? '').trim());
        if (at(places.level) !== unitGroupLevel)
          return {
            kind: 'left_out',
            reason: 'not one occupation but a group of them (broad, major, sub-major or minor)',
          };
        const raw = at(places.code);
        const code = /^\d{1,5}$/.test(raw) ? raw.padStart(5, '0') : raw;
        const teer = teerOf(code);
        if (teer === null)
          return {
            kind: 'rejected',
            reason: 'this is not a NOC 2021 code: its second digit, the TEER, is 0 to 5',
            column: null,
            text: raw,
          };
        const description = at(places.definition);
        return {
          kind: 'occupation',
          code,
          system: 'NOC2021',
          title: at(places.title),
          aliases: null,
          ...(description ? { description } : {}),
          figures: [
            {
              area: 'Canada',
              measure: 'teer',
              period: '2021',
              unit: measures.teer.unit,
              value: teer,
              text: null,
              flag: null,
              lowerBound: null,
              raw,
              source: source.id,
              column: 'Code - NOC 2021 V1.0',
            },
          ],
          rejected: [],
        };
      },
    };
    const described = describeColumns(cells, [
      [places.level, 'level: unit groups are read'],
      [places.code, 'NOC 2021 code, five digits, kept as text; its second digit is the TEER'],
      [places.title, 'title'],
      ...(places.definition === -1 ? [] : ([[places.definition, 'what people in it do']] as const)),
    ]);
    return { kind: 'recognised', ...described, reader };
  },
};

/** Lists of occupations with what people in them do: O*NET occupation data, and the definitions of SOC 2018 (detailed rows only). */
import type { LeftOutRow, ReadRow, RejectedRow, RowReader, SourceProfile } from '../source-profile.ts';
import { describeColumns, placesOf } from './header-columns.ts';
import { onetPublisher, onetRelease, onetTerms, publishedSource } from './published-source.ts';

interface Layout {
  code: number;
  title: number;
  description: number;
  /** -1 in O*NET. */
  level: number;
  isOnet: boolean;
}

export const occupationList: SourceProfile = {
  id: 'occupation-list',
  name: 'List of occupations with descriptions (O*NET occupation data, SOC 2018 definitions)',
  readHeader(cells, context) {
    const layout = layoutOf(cells);
    if (layout === null) return { kind: 'other' };
    const source = layout.isOnet
      ? publishedSource({
          id: 'onet-occupation-data',
          title: 'O*NET occupation data',
          publisher: onetPublisher,
          release: onetRelease(`${context.fileName}\n${context.words}`),
          file: context.fileName,
          ...onetTerms,
        })
      : publishedSource({
          id: 'soc-2018-definitions',
          title: 'Standard Occupational Classification 2018, definitions',
          publisher: 'U.S. Bureau of Labor Statistics',
          release: '2018',
          file: context.fileName,
          url: 'https://www.bls.gov/soc/2018/',
        });
    const reader: RowReader = {
      sources: () => [source],
      read(cells): ReadRow | LeftOutRow | RejectedRow {
        const at = (place: number): string => (place === -1 ? '' : (cells[place] ?? '').trim());
        if (layout.level !== -1 && at(layout.level).toLowerCase() !== 'detailed')
          return {
            kind: 'left_out',
            reason: 'not one occupation but a group of them (major, minor or broad)',
          };
        const description = at(layout.description).replace(/\s+/g, ' ');
        if (at(layout.title) === '' || description === '')
          return {
            kind: 'rejected',
            reason: 'title or description is missing',
            column: null,
            text: at(layout.code),
          };
        return {
          kind: 'occupation',
          code: at(layout.code),
          ...(layout.isOnet ? { system: 'ONET2019' as const } : {}),
          title: at(layout.title),
          aliases: null,
          description,
          figures: [],
          rejected: [],
        };
      },
    };
    const described = describeColumns(cells, [
      [
        layout.code,
        layout.isOnet ? 'O*NET-SOC 2019 code; .00 is the SOC 2018 occupation itself' : 'SOC 2018 code',
      ],
      [layout.title, 'title'],
      [layout.description, 'what people in it do'],
    ]);
    return { kind: 'recognised', ...described, reader };
  },
};

function layoutOf(cells: readonly string[]): Layout | null {
  const onet = placesOf(cells, ['o*net-soc code', 'title', 'description']);
  if (onet)
    return {
      code: onet['o*net-soc code'],
      title: onet.title,
      description: onet.description,
      level: -1,
      isOnet: true,
    };
  const soc = placesOf(cells, ['soc group', 'soc code', 'soc title', 'soc definition']);
  return (
    soc && {
      code: soc['soc code'],
      title: soc['soc title'],
      description: soc['soc definition'],
      level: soc['soc group'],
      isOnet: false,
    }
  );
}

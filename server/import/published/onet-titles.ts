/** O*NET sample of reported titles, or alternate titles: what people call an occupation, for search. */
import type { ReadRow, RejectedRow, RowReader, SourceProfile } from '../source-profile.ts';
import { describeColumns, placesOf } from './header-columns.ts';
import { onetPublisher, onetRelease, onetTerms, publishedSource } from './published-source.ts';

export const onetTitles: SourceProfile = {
  id: 'onet-titles',
  name: 'O*NET reported titles',
  readHeader(cells, context) {
    const reported = placesOf(cells, ['o*net-soc code', 'reported job title']);
    const alternate = placesOf(cells, ['o*net-soc code', 'alternate title']);
    const code = (reported ?? alternate)?.['o*net-soc code'];
    const alias = reported?.['reported job title'] ?? alternate?.['alternate title'];
    if (code === undefined || alias === undefined) return { kind: 'other' };
    const title = placesOf(cells, ['title'])?.title ?? -1;
    const source = publishedSource({
      id: reported ? 'onet-reported-titles' : 'onet-alternate-titles',
      title: reported ? 'O*NET sample of reported titles' : 'O*NET alternate titles',
      publisher: onetPublisher,
      release: onetRelease(`${context.fileName}\n${context.words}`),
      file: context.fileName,
      ...onetTerms,
    });
    const reader: RowReader = {
      sources: () => [source],
      read(cells): ReadRow | RejectedRow {
        const said = (cells[alias] ?? '').replace(/\s+/g, ' ').trim();
        if (said === '')
          return { kind: 'rejected', reason: 'there is no title', column: null, text: cells[code] ?? '' };
        return {
          kind: 'occupation',
          code: cells[code] ?? '',
          system: 'ONET2019',
          title: title === -1 ? '' : (cells[title] ?? '').trim(),
          aliases: [said],
          figures: [],
          rejected: [],
        };
      },
    };
    const described = describeColumns(cells, [
      [code, 'O*NET-SOC 2019 code; .00 is the SOC 2018 occupation itself'],
      [alias, 'what people call it: an alias'],
    ]);
    return { kind: 'recognised', ...described, reader };
  },
};

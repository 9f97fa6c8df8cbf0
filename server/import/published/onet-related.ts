/** O*NET related occupations: which are alike, nearest first, in three tiers. A hint for drafting a pathway, no transition. */
import type { ReadRow, RejectedRow, RowReader, SourceProfile } from '../source-profile.ts';
import { socOfOnet } from '../../lmi/code-systems.ts';
import { describeColumns, placesOf } from './header-columns.ts';
import { onetPublisher, onetRelease, onetTerms, publishedSource } from './published-source.ts';

const tiers = {
  'primary-short': 'primary_short',
  'primary-long': 'primary_long',
  supplemental: 'supplemental',
} as const;

export const onetRelated: SourceProfile = {
  id: 'onet-related',
  name: 'O*NET related occupations',
  readHeader(cells, context) {
    const places = placesOf(cells, ['o*net-soc code', 'related o*net-soc code', 'relatedness tier', 'index']);
    if (places === null) return { kind: 'other' };
    const title = placesOf(cells, ['title'])?.title ?? -1;
    const relatedTitle = placesOf(cells, ['related title'])?.['related title'] ?? -1;
    const source = publishedSource({
      id: 'onet-related-occupations',
      title: 'O*NET related occupations',
      publisher: onetPublisher,
      release: onetRelease(`${context.fileName}\n${context.words}`),
      file: context.fileName,
      ...onetTerms,
    });
    const reader: RowReader = {
      sources: () => [source],
      read(cells): ReadRow | RejectedRow {
        const at = (place: number): string => (place === -1 ? '' : (cells[place] ?? '').trim());
        const related = codeOf(at(places['related o*net-soc code']));
        const key = at(places['relatedness tier']).toLowerCase();
        const tier = Object.hasOwn(tiers, key) ? tiers[key as keyof typeof tiers] : null;
        const rank = /^[1-9]\d{0,3}$/.test(at(places.index)) ? Number(at(places.index)) : null;
        const refuse = (column: string, reason: string, text: string): RejectedRow => ({
          kind: 'rejected',
          column,
          reason,
          text,
        });
        if (related === null)
          return refuse(
            'Related O*NET-SOC Code',
            'this is not an O*NET-SOC 2019 code',
            at(places['related o*net-soc code']),
          );
        if (tier === null)
          return refuse('Relatedness Tier', 'this tier is not known', at(places['relatedness tier']));
        if (rank === null) return refuse('Index', 'the index is counted from 1', at(places.index));
        return {
          kind: 'occupation',
          code: at(places['o*net-soc code']),
          system: 'ONET2019',
          title: at(title),
          aliases: null,
          figures: [],
          related: { related, title: at(relatedTitle) || related, tier, rank, source: source.id },
          rejected: [],
        };
      },
    };
    const described = describeColumns(cells, [
      [places['o*net-soc code'], 'O*NET-SOC 2019 code; .00 is the SOC 2018 occupation itself'],
      [places['related o*net-soc code'], 'the occupation it is like'],
      [places['relatedness tier'], 'how near: Primary-Short, Primary-Long or Supplemental'],
      [places.index, 'rank, nearest first'],
    ]);
    return { kind: 'recognised', ...described, reader };
  },
};

function codeOf(cell: string): string | null {
  const soc = socOfOnet(cell);
  return soc !== null && cell.endsWith('.00') ? soc : soc && cell;
}

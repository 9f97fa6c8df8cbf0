/** O*NET job zones: how much preparation an occupation needs, 1 to 5, with the month of the rating. */
import { measures } from '../../lmi/measures.ts';
import type { ReadRow, RejectedRow, RowReader, SourceProfile } from '../source-profile.ts';
import { describeColumns, placesOf } from './header-columns.ts';
import { onetPublisher, onetRelease, onetTerms, publishedSource } from './published-source.ts';

export const onetJobZones: SourceProfile = {
  id: 'onet-job-zones',
  name: 'O*NET job zones',
  readHeader(cells, context) {
    const places = placesOf(cells, ['o*net-soc code', 'title', 'job zone', 'date']);
    if (places === null) return { kind: 'other' };
    const source = publishedSource({
      id: 'onet-job-zones',
      title: 'O*NET job zones',
      publisher: onetPublisher,
      release: onetRelease(`${context.fileName}\n${context.words}`),
      file: context.fileName,
      ...onetTerms,
    });
    const reader: RowReader = {
      sources: () => [source],
      read(cells): ReadRow | RejectedRow {
        const raw = cells[places['job zone']] ?? '';
        const zone = /^[1-5]$/.test(raw.trim()) ? Number(raw) : null;
        const period = monthOf(cells[places.date] ?? '');
        const refuse = (column: string, reason: string, text: string): RejectedRow => ({
          kind: 'rejected',
          column,
          reason,
          text,
        });
        if (zone === null) return refuse('Job Zone', 'a job zone is a number from 1 to 5', raw);
        if (period === null)
          return refuse('Date', 'the date is no month, as 08/2023', cells[places.date] ?? '');
        return {
          kind: 'occupation',
          code: cells[places['o*net-soc code']] ?? '',
          system: 'ONET2019',
          title: (cells[places.title] ?? '').trim(),
          aliases: null,
          figures: [
            {
              area: 'US',
              measure: 'job_zone',
              period,
              unit: measures.job_zone.unit,
              value: zone,
              text: null,
              flag: null,
              lowerBound: null,
              raw,
              source: source.id,
              column: 'Job Zone',
            },
          ],
          rejected: [],
        };
      },
    };
    const described = describeColumns(cells, [
      [places['o*net-soc code'], 'O*NET-SOC 2019 code; .00 is the SOC 2018 occupation itself'],
      [places.title, 'title'],
      [places['job zone'], 'zone 1 to 5'],
      [places.date, 'month of the rating: the period'],
    ]);
    return { kind: 'recognised', ...described, reader };
  },
};

/** "08/2023" is 2023-08. */
function monthOf(cell: string): string | null {
  const [, month, year] = /^\s*(0?[1-9]|1[0-2])\/((?:19|20)\d\d)\s*$/.exec(cell) ?? [];
  return month && year ? `${year}-${month.padStart(2, '0')}` : null;
}

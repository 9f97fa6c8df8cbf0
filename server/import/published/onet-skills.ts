/**
 * O*NET skills, knowledge or abilities: importance (IM, 1 to 5) and level (LV, 0 to 7) on rows of their own. A rating that the
 * publisher recommends to suppress is marked imprecise; a level that is not relevant is none, not 0.
 */
import { readNumber } from '../number-cell.ts';
import type { LeftOutRow, ReadRow, RejectedRow, RowReader, SourceProfile } from '../source-profile.ts';
import { describeColumns, placesOf } from './header-columns.ts';
import { onetPublisher, onetRelease, onetTerms, publishedSource } from './published-source.ts';

const most: Readonly<Record<string, number>> = { IM: 5, LV: 7 };

export const onetSkills: SourceProfile = {
  id: 'onet-skills',
  name: 'O*NET skills',
  readHeader(cells, context) {
    const places = placesOf(cells, [
      'o*net-soc code',
      'element id',
      'element name',
      'scale id',
      'data value',
    ]);
    if (places === null) return { kind: 'other' };
    const more = placesOf(cells, ['recommend suppress', 'not relevant']);
    const title = placesOf(cells, ['title'])?.title ?? -1;
    const table = (context.sheet ?? 'Skills').toLowerCase();
    const source = publishedSource({
      id: `onet-${table.replace(/[^a-z]+/g, '-')}`.slice(0, 60),
      title: `O*NET ${table}, importance from 1 to 5 and level from 0 to 7`,
      publisher: onetPublisher,
      release: onetRelease(`${context.fileName}\n${context.words}`),
      file: context.fileName,
      ...onetTerms,
    });
    const isYes = (cells: readonly string[], name: 'recommend suppress' | 'not relevant'): boolean =>
      more !== null && (cells[more[name]] ?? '').trim().toUpperCase() === 'Y';
    const reader: RowReader = {
      sources: () => [source],
      read(cells): ReadRow | LeftOutRow | RejectedRow {
        const scale = (cells[places['scale id']] ?? '').trim();
        if (!Object.hasOwn(most, scale)) return { kind: 'left_out', reason: 'neither importance nor level' };
        const raw = cells[places['data value']] ?? '';
        const refuse = (reason: string): RejectedRow => ({
          kind: 'rejected',
          reason,
          column: 'Data Value',
          text: raw,
        });
        if (scale === 'LV' && isYes(cells, 'not relevant'))
          return { kind: 'left_out', reason: 'a level the publisher marks as not relevant' };
        const number = readNumber(raw, 0, 'none');
        if (!number.ok) return refuse(number.reason);
        if (number.value < 0 || number.value > (most[scale] ?? 0))
          return refuse(`the rating is outside its scale ${scale}`);
        const [id, name] = [cells[places['element id']] ?? '', cells[places['element name']] ?? ''].map(
          (text) => text.trim(),
        );
        if (!id || !name)
          return { kind: 'rejected', reason: 'the skill has no name', column: null, text: raw };
        return {
          kind: 'occupation',
          code: cells[places['o*net-soc code']] ?? '',
          system: 'ONET2019',
          title: title === -1 ? '' : (cells[title] ?? '').trim(),
          aliases: null,
          figures: [],
          skill: {
            id,
            name,
            importance: scale === 'IM' ? number.value : null,
            ...(scale === 'LV' ? { level: number.value } : {}),
            ...(isYes(cells, 'recommend suppress') ? { isImprecise: true } : {}),
            source: source.id,
          },
          rejected: [],
        };
      },
    };
    const described = describeColumns(cells, [
      [places['o*net-soc code'], 'O*NET-SOC 2019 code; .00 is the SOC 2018 occupation itself'],
      [places['element id'], 'identifier of the skill'],
      [places['element name'], 'name of the skill'],
      [places['scale id'], 'IM importance, LV level; other scales are left out'],
      [places['data value'], 'rating: 1 to 5 for importance, 0 to 7 for level'],
      ...(more ? ([[more['recommend suppress'], 'Y: imprecise']] as const) : []),
      ...(more ? ([[more['not relevant'], 'Y: there is no level']] as const) : []),
    ]);
    return { kind: 'recognised', ...described, reader };
  },
};

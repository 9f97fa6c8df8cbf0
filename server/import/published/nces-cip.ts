/** The NCES list of CIP 2020: titles of the six-digit codes. Codes that were deleted or moved elsewhere lead nowhere and are left out. */
import { readCip } from '../../lmi/cip.ts';
import type { AroundRow, LeftOutRow, RejectedRow, RowReader, SourceProfile } from '../source-profile.ts';
import { describeColumns, placesOf } from './header-columns.ts';
import { publishedSource } from './published-source.ts';

export const ncesCip: SourceProfile = {
  id: 'nces-cip',
  name: 'NCES list of CIP 2020',
  readHeader(cells, context) {
    const places = placesOf(cells, ['cipfamily', 'cipcode', 'ciptitle', 'action']);
    if (places === null) return { kind: 'other' };
    const source = publishedSource({
      id: 'nces-cip-2020',
      title: 'Classification of Instructional Programs 2020',
      publisher: 'National Center for Education Statistics',
      release: '2020',
      file: context.fileName,
      url: 'https://nces.ed.gov/ipeds/cipcode/',
    });
    const reader: RowReader = {
      sources: () => [source],
      read(cells): AroundRow | LeftOutRow | RejectedRow {
        const raw = (cells[places.cipcode] ?? '').trim();
        const title = titleOf(cells[places.ciptitle] ?? '');
        const action = (cells[places.action] ?? '').trim().toLowerCase();
        if (/^(="?)?\d{2}(\.\d{2})?"?$/.test(raw))
          return { kind: 'left_out', reason: 'a group of fields (two or four digits)' };
        if (action === 'deleted' || action === 'moved to')
          return { kind: 'left_out', reason: 'a code that CIP 2020 deleted or moved to another' };
        const reading = readCip(raw);
        if (!reading.ok) return { kind: 'rejected', reason: reading.reason, column: 'CIPCode', text: raw };
        if (title === '')
          return { kind: 'rejected', reason: 'there is no title', column: 'CIPTitle', text: raw };
        const { cip } = reading;
        return {
          kind: 'around',
          parts: { field: { system: 'CIP2020', cip, title, source: source.id } },
          code: cip,
          title,
          becomes: ['a field of study'],
        };
      },
    };
    const described = describeColumns(cells, [
      [places.cipcode, 'CIP 2020 code, kept as text'],
      [places.ciptitle, 'title'],
      [places.action, 'what happened to the code'],
    ]);
    return { kind: 'recognised', ...described, reader };
  },
};

/** Titles end with a full stop in the list. */
export function titleOf(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}

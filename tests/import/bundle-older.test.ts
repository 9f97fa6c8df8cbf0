import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { bundleZip } from '../../server/export/bundle.ts';
import { importBundle } from '../../server/import/bundle.ts';
import { dataset as datasetShape } from '../../server/lmi/dataset.ts';
import { bundleTables } from '../../server/lmi/tables/bundle-tables.ts';
import { dataset, firstRevision, sha256 } from '../lmi/revision-fixture.ts';

/** The bundle as the first Plumbline wrote it: without the tables and columns that came later. */
function olderBundle(): Uint8Array {
  const files = unzipSync(bundleZip(firstRevision(), dataset));
  for (const { name, isLater, columns } of bundleTables) {
    const path = `data/${name}.csv`;
    if (isLater) delete files[path];
    else {
      const rows: string[][] = parse(strFromU8(files[path] ?? new Uint8Array()), {
        record_delimiter: ['\r\n'],
      });
      const kept = rows.map((row) => row.filter((_, place) => !columns[place]?.isLater));
      files[path] = strToU8(stringify(kept, { record_delimiter: 'windows' }));
    }
  }
  const declared = JSON.parse(strFromU8(files['datapackage.json']!)) as { plumbline: { dataset: object } };
  declared.plumbline.dataset = { ...declared.plumbline.dataset, follows: undefined };
  files['datapackage.json'] = strToU8(JSON.stringify(declared));
  delete files['checksums.txt'];
  const sums = Object.entries(files).map(([path, content]) => `${sha256(strFromU8(content))}  ${path}`);
  return zipSync({ ...files, 'checksums.txt': strToU8(`${sums.join('\n')}\n`) });
}

test('A6 a bundle of the first Plumbline, without the later tables and columns, is the same dataset', () => {
  const read = importBundle(olderBundle());
  expect(read.ok ? [] : read.problems).toEqual([]);
  expect(read.ok && read.dataset).toEqual(dataset);
});

test('A6 a dataset stored by the first Plumbline reads as it did, with nothing around its occupations', () => {
  const { follows, relatedOccupations, fieldsOfStudy, providers, crosswalk, hiringEvents, ...older } =
    dataset;
  expect(datasetShape.parse(older)).toEqual({
    ...older,
    ...{ follows, relatedOccupations, fieldsOfStudy, providers, crosswalk, hiringEvents },
  });
});

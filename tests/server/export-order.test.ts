import { expect, test } from 'vitest';
import { factsOf } from '../../server/services/revision-facts.ts';
import type { Revisions } from '../../server/services.ts';
import { exportOrder } from '../../server/start/export-order.ts';
import { firstRevision } from '../lmi/revision-fixture.ts';

const { summary } = factsOf(firstRevision());
const rehearsed = {
  ...summary,
  id: 'r-rehearsed0',
  workshop: summary.workshop && { ...summary.workshop, rehearsal: true },
};
const orderOf = (list: (typeof summary)[]) =>
  exportOrder({ revisions: { list: () => Promise.resolve(list) } as Partial<Revisions> as Revisions });
const asked = (revision: string) => JSON.stringify({ revision, format: 'zip' });

test('what cannot be exported is said with what there is instead', async () => {
  await expect(orderOf([])(asked('latest'))).rejects.toThrow('No revision is published yet');
  await expect(orderOf([summary])(asked('r-0000000000'))).rejects.toThrow(`There are: ${summary.id}`);
  await expect(orderOf([rehearsed])(asked('latest'))).rejects.toThrow(/Only rehearsals .*: r-rehearsed0 /);
});

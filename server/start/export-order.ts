/** The order by which the command line has a revision written: what it is, and its bytes in base 64. */
import * as z from 'zod';
import { exportFormats } from '../export/revision-export.ts';
import type { Services } from '../services.ts';

const asked = z.strictObject({
  revision: z.string(),
  format: z.enum(exportFormats),
  table: z.string().optional(),
});

export function exportOrder({ revisions }: Pick<Services, 'revisions'>): (order: string) => Promise<string> {
  return async (order) => {
    const { revision, format, table } = asked.parse(JSON.parse(order));
    const all = await revisions.list();
    const real = all.filter(({ workshop }) => !workshop?.rehearsal);
    const found = revision === 'latest' ? real[0] : all.find(({ id }) => id === revision);
    if (!found) throw new Error(`There is no revision ${revision}. There are: ${namesOf(all)}.`);
    const made = await revisions.export(found.id, format, table);
    if (!made) throw new Error(`There is no table ${table ?? ''} in this revision.`);
    return JSON.stringify({ fileName: made.fileName, content: Buffer.from(made.bytes).toString('base64') });
  };
}

function namesOf(all: readonly { id: string; number: number; dataset: { title: string } }[]): string {
  const names = all.map(({ id, number, dataset }) => `${id} (revision ${number} of ${dataset.title})`);
  return names.length === 0 ? 'none yet' : names.join(', ');
}

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
    if (!found) throw new Error(missing(revision, all));
    const made = await revisions.export(found.id, format, table);
    if (!made) throw new Error(`There is no table ${table ?? ''} in this revision.`);
    return JSON.stringify({ fileName: made.fileName, content: Buffer.from(made.bytes).toString('base64') });
  };
}

/** `latest` is the newest that stands for something: what a rehearsal made has to be asked for by its name. */
function missing(revision: string, all: Parameters<typeof namesOf>[0]): string {
  if (all.length === 0) return 'No revision is published yet. Publish one from the review of a workshop.';
  if (revision !== 'latest') return `There is no revision ${revision}. There are: ${namesOf(all)}.`;
  return `Only rehearsals have published so far, and “latest” passes them over. By its identifier you can export: ${namesOf(all)}.`;
}

function namesOf(all: readonly { id: string; number: number; dataset: { title: string } }[]): string {
  const names = all.map(({ id, number, dataset }) => `${id} (revision ${number} of ${dataset.title})`);
  return names.join(', ');
}

/** The order by which the command line has a file read and, where it can be, kept: as the pages do, in two steps. */
import * as z from 'zod';
import type { ImportPreview } from '../import/preview.ts';
import type { FileBytes } from '../import/tables/file-bytes.ts';
import type { Services } from '../services.ts';

const asked = z.strictObject({
  fileName: z.string(),
  title: z.string(),
  area: z.string(),
  answers: z.record(z.string(), z.string()),
  profile: z.string().nullable(),
});
export type ImportOrder = z.infer<typeof asked>;

export interface Saved {
  dataset: string;
  /** Which a bundle brought with it. */
  revision: string | null;
}

export interface ImportDone {
  preview: ImportPreview;
  /** Null where nothing was kept; the problems say why. */
  saved: Saved | null;
}

/** Who is written down for it: no person, but whoever may use the machine. */
const COMMAND_LINE = { id: 'command-line', name: 'The command line' };

export function importOrder(
  services: Pick<Services, 'onBehalfOf'>,
): (order: string, file: FileBytes) => Promise<string> {
  return async (order, file) => {
    const { fileName, ...options } = asked.parse(JSON.parse(order));
    const { datasets } = services.onBehalfOf(COMMAND_LINE);
    const { importId, preview } = await datasets.previewImport(file, fileName, options);
    const kept = importId === null ? null : await datasets.pendingImport(importId);
    const dataset = importId === null ? null : await datasets.commitImport(importId);
    const done: ImportDone = {
      preview,
      saved: dataset === null ? null : { dataset, revision: kept?.revision ?? null },
    };
    return JSON.stringify(done);
  };
}

/** In which form a revision leaves, and whom it may name: all that is to be known beside the documents themselves. */
import { exportRevision } from '../export/revision-export.ts';
import type { Exported, ExportFormat } from '../export/revision-export.ts';
import type { Dataset } from '../lmi/dataset.ts';
import type { Revision } from '../lmi/revision.ts';
import { attributed } from './attribution.ts';
import type { Standing } from './attribution.ts';

export interface ExportForm {
  format: ExportFormat;
  table: string | undefined;
  standing: Standing | null;
  now: number;
}

export function inForm(
  frozen: Revision,
  dataset: Dataset,
  { format, table, standing, now }: ExportForm,
): Promise<Exported | null> {
  const { revision, until: attributedUntil } = attributed(frozen, standing, now);
  return exportRevision({ revision, dataset, attributedUntil }, format, table);
}

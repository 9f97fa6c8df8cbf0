/** What a dataset gives the page that prepares a workshop. */
import type { Candidate, Preparation } from '#lib/ui/staff/prepare/preparation.ts';

type Services = App.Locals['services'];

export async function preparationOf(
  { datasets, workshops }: Services,
  datasetId: string,
): Promise<Preparation | null> {
  const [dataset, table, blank] = await Promise.all([
    datasets.get(datasetId),
    datasets.table(datasetId),
    workshops.blankSetup(datasetId),
  ]);
  if (!dataset || !table || !blank) return null;
  const columnOf = (measure: string) => table.columns.find((column) => column.measure === measure)?.key ?? '';
  const [wage, openings, education] = ['wage_median_annual', 'openings_annual', 'education_typical'].map(
    columnOf,
  );
  const occupations = table.rows.map(({ code, title, aliases, group, cells }): Candidate => ({
    code,
    title,
    aliases,
    group,
    wage: amountOf(cells[wage ?? '']),
    openings: amountOf(cells[openings ?? '']),
    education: cells[education ?? '']?.shown ?? null,
  }));
  return { occupations, pathways: dataset.pathways, shipped: blank.guide };
}

function amountOf(
  cell: { shown: string; order: number | string | null } | undefined,
): { shown: string; order: number | null } | null {
  if (!cell) return null;
  return { shown: cell.shown, order: typeof cell.order === 'number' ? cell.order : null };
}

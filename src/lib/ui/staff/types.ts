/** What the pages are given, named after the services that give it. */
type Services = App.Locals['services'];
type Given<T> = NonNullable<Awaited<T>>;

export type DatasetSummary = Given<ReturnType<Services['datasets']['list']>>[number];
export type DatasetTable = Given<ReturnType<Services['datasets']['table']>>;
export type DatasetRow = DatasetTable['rows'][number];
export type FigureOrigin = Given<ReturnType<Services['datasets']['figure']>>;
export type Vocabulary = Services['datasets']['words'];
export type ImportPreview = Given<ReturnType<Services['datasets']['previewImport']>>['preview'];
export type WorkshopSummary = Given<ReturnType<Services['workshops']['list']>>[number];
export type GuideTemplate = Given<ReturnType<Services['workshops']['templates']>>[number];
export type Adjustment = Given<ReturnType<Services['revisions']['adjustments']>>[number];
export type RevisionSummary = Given<ReturnType<Services['revisions']['list']>>[number];
export type Revision = Given<ReturnType<Services['revisions']['get']>>;
export type SetupPathway = Given<ReturnType<Services['datasets']['get']>>['pathways'][number];

/** What the pages are given, named after the services that give it. */
type Services = App.Locals['services'];
type Given<T> = NonNullable<Awaited<T>>;

export type DatasetTable = Given<ReturnType<Services['datasets']['table']>>;
export type FigureOrigin = Given<ReturnType<Services['datasets']['figure']>>;
export type SupplyTable = Given<ReturnType<Services['datasets']['supply']>>;
export type SupplyDetail = Given<ReturnType<Services['datasets']['supplyFor']>>;
export type Vocabulary = Services['datasets']['words'];
export type ImportPreview = Given<ReturnType<Services['datasets']['previewImport']>>['preview'];
export type ImportProgress = Given<ReturnType<Services['datasets']['imports']['progress']>>;
export type MappingPage = Extract<Given<ReturnType<Services['mappings']['page']>>, { look: object }>;
export type WorkshopSummary = Given<ReturnType<Services['workshops']['list']>>[number];
export type Adjustment = Given<ReturnType<Services['revisions']['adjustments']>>[number];
export type RevisionSummary = Given<ReturnType<Services['revisions']['list']>>[number];
export type Revision = Given<ReturnType<Services['revisions']['get']>>;
export type Comparison = Given<ReturnType<Services['revisions']['compare']>>;
export type ReplayView = Given<ReturnType<Services['replays']['get']>>;
export type ReplayOffer = Given<ReturnType<Services['replays']['offers']>>[number];
export type Reminder = Given<ReturnType<Services['reminders']>>[number];
export type StaffAccount = ReturnType<Services['staff']['accounts']>[number];
export type StaffSignIn = ReturnType<Services['staff']['signIns']>[number];
export type AuditEntry = Given<ReturnType<Services['audit']['list']>>[number];
export type ErasureCounts = Given<ReturnType<Services['privacy']['preview']>>;

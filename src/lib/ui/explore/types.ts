/** What the public pages are given, named after the service that gives it. */
type Explore = App.Locals['services']['explore'];
type Given<T> = NonNullable<Awaited<T>>;

export type Front = Given<ReturnType<Explore['front']>>;
export type Source = Front['sources'][number];
export type Found = Given<ReturnType<Explore['find']>>;
export type Query = Parameters<Explore['find']>[0];
export type Card = Found['cards'][number];
export type OccupationShown = Given<ReturnType<Explore['occupation']>>;
export type Occupation = OccupationShown['occupation'];
export type Figure = Occupation['figures'][number];
export type Program = Occupation['programs'][number];
export type Backing = NonNullable<Occupation['gaps'][number]['backing']>;
export type PathwayCard = Given<ReturnType<Explore['pathways']>>[number];
export type PathwayShown = Given<ReturnType<Explore['pathway']>>;
export type Pathway = PathwayShown['pathway'];
export type Step = Pathway['steps'][number];
export type Transition = Pathway['transitions'][number];

type Comments = App.Locals['services']['comments'];
export type ShownComment = Given<ReturnType<Comments['shown']>>[number];

/** Every sentence of the staff pages and of the public pages of a revision. */
import type { Stage } from '#lib/protocol/roles.ts';
import { plural } from './plural.ts';

const number = (value: number): string => value.toLocaleString('en-US');

interface Summarised {
  people: number;
  firms: number;
  code: string;
}

const home = {
  heading: 'What is next',
  import: 'Import figures',
  newWorkshop: 'New workshop',
  due: 'To do',
  nothingDue: 'Nothing is waiting',
  nothingDueHelp: 'Prepare a new workshop, or import the next release of the published figures.',
  noData: 'Begin with published figures',
  noDataHelp: 'Import a file of the publisher as it is. You see what will be kept before anything is saved.',
  workshops: 'Workshops',
  datasets: 'Datasets',
  noDatasets: 'No dataset yet: import a published file.',
  revisions: 'Newest revisions',
  all: 'All',
  rehearsals: (count: number) => `and ${plural(count, 'rehearsal', 'rehearsals')}`,
};

const due = {
  text: {
    draft: () => 'A draft. Prepare it, look at every face, then open the room.',
    open: ({ people }: Summarised) =>
      people === 0 ? 'The lobby is open and nobody is in yet.' : `The lobby is open; ${plural(people, 'person is', 'people are')} in.`,
    running: ({ people, firms }: Summarised) =>
      `Running now: ${plural(people, 'person', 'people')} from ${plural(firms, 'firm', 'firms')}.`,
    closed: () => 'The room is over. Its proposals wait for a review.',
    review: () => 'In review. Decide on the proposals, then publish.',
  },
  action: {
    draft: 'Prepare',
    open: 'Open the console',
    running: 'Open the console',
    closed: 'Review',
    review: 'Go on with the review',
  },
};

const datasets = {
  heading: 'Datasets',
  lead: 'Published figures as they were received. They are never overwritten.',
  import: 'Import a file',
  title: 'Title',
  release: 'Release',
  area: 'Area',
  occupations: 'Occupations',
  figures: 'Figures',
  sources: 'Sources',
  imported: 'Imported',
  none: 'No dataset yet',
  noneHelp: 'Import a published file, such as the BLS employment projections, to have something to prepare a workshop on.',
  importedOn: (day: string) => `imported ${day}`,
  prepare: 'Prepare a workshop on it',
  holds: (occupations: number, figures: number, skills: number, programs: number, pathways: number) =>
    [
      plural(occupations, 'occupation', 'occupations'),
      `${number(figures)} figures`,
      ...(skills > 0 ? [`${number(skills)} skills`] : []),
      ...(programs > 0 ? [plural(programs, 'program', 'programs')] : []),
      ...(pathways > 0 ? [plural(pathways, 'draft pathway', 'draft pathways')] : []),
    ].join(', ') + '. Press a figure to see where it is from.',
};

const occupations = {
  caption: 'Occupations and their figures',
  search: 'Find an occupation',
  searchHint: 'title, another name for the job, or code',
  group: 'Group',
  everyGroup: 'Every group',
  flags: 'Flags',
  anyFlag: 'With and without',
  onlyFlagged: 'Only with a flagged figure',
  count: (shown: number, all: number) => (shown === all ? `${all} occupations` : `${shown} of ${all}`),
  occupation: 'Occupation',
  code: 'Code',
  origin: 'Where this figure is from',
  noFigure: 'no figure',
  more: (count: number) => `${count} more`,
  allRows: (count: number) => `All ${count}`,
  nothing: 'No occupation fits',
  nothingHelp: 'Try another word for the job, or take a filter off.',
};

const origin = {
  raw: 'In the file',
  empty: 'an empty cell',
  kept: 'Kept as',
  keptAs: (shown: string, unit: string) => `${shown} (${unit})`,
  period: 'Period',
  area: 'Area',
  code: 'Occupation code',
  source: 'Source',
  publisher: 'Publisher',
  release: 'Release',
  file: 'File',
  where: 'Where in it',
  row: (row: number) => `row ${row}`,
  column: (column: string) => `column “${column}”`,
  licence: 'Licence',
  address: 'Address',
  retrieved: 'Retrieved',
};

const importing = {
  heading: 'Import figures',
  checkHeading: (title: string) => `Check before saving: ${title}`,
  nothingSaved: 'Nothing is saved yet. Read the report, then save it as a dataset or leave it.',
  cancel: 'Cancel',
  save: 'Save as a dataset',
  gone: 'This preview is no longer kept. Choose the file again.',
  noFile: 'Choose a file first.',
  tooLarge: 'The file is larger than 20 MB. Nothing was changed. Split it, or leave out what the workshop does not need.',
  unusable: (name: string) => `“${name}” cannot be imported. Nothing was changed.`,
  file: 'File',
  drop: 'Drop a file here, or choose one',
  chosen: (name: string, bytes: number) => `${name}, ${report.bytes(bytes)}`,
  title: 'Title',
  titleHint: 'A name for this release. Left empty, the file gives it.',
  area: 'Area',
  areaHint: 'For figures that do not name their own, such as US or Colorado.',
  read: 'Read and check',
  reading: 'Reading …',
  accepts: 'What can be imported',
  accepted: [
    'The BLS employment projections table as published, as CSV, unchanged.',
    'Plumbline’s own tables as CSV: one figure a row (long), or one occupation a row (wide).',
    'A zip downloaded from Plumbline: it gives the same dataset again. Adjustments stay with their revision.',
  ],
  templates: 'Templates to fill in',
  template: { long: 'Long: one figure a row', wide: 'Wide: one occupation a row' },
};

const report = {
  bytes: (bytes: number) =>
    bytes < 1024 ? `${bytes} bytes` : bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
  seconds: (seconds: number) => `read in ${seconds.toFixed(2)} s`,
  noProfile: 'not recognised',
  problems: 'Why it cannot be imported',
  unchanged: 'Nothing was saved, and nothing that was there has changed.',
  read: 'Rows read',
  kept: 'Rows kept',
  rejected: 'Rows rejected',
  unknown: 'Unknown codes',
  occupations: 'Occupations',
  figures: 'Figures',
  flags: 'Flags',
  flag: 'Flag',
  count: 'Figures',
  meaning: 'What it means',
  line: 'Line',
  code: 'Code',
  title: 'Title',
  nearest: 'Nearest known code',
  nothingNear: 'nothing near',
  rejections: 'Rejected',
  column: 'Column',
  reason: 'Why',
  text: 'What stood there',
  wholeRow: 'whole row',
  first: (shown: number, all: number) => `The first ${number(shown)} of ${number(all)} are shown.`,
  columns: 'How the columns are understood',
  understood: 'Understood as',
  measure: 'Measure',
  unit: 'Unit',
  period: 'Period',
  area: 'Area',
  ignored: (columns: readonly string[]) => `Not read: ${columns.join(', ')}.`,
  firstRows: 'What the first rows become',
  inFile: 'In the file',
  becomes: 'Becomes',
};

const workshops = {
  heading: 'Workshops',
  new: 'New workshop',
  none: 'No workshop yet',
  noneHelp: 'A workshop needs a dataset. Then begin with the guide Plumbline ships, and change what you want.',
  stages: {
    draft: 'Drafts',
    open: 'Open: the lobby takes people',
    running: 'Running',
    closed: 'Closed: proposals are waiting',
    review: 'In review',
    published: 'Published',
  } satisfies Record<Stage, string>,
  rehearsals: 'Rehearsals',
  rehearsalsHelp: 'Simulated employers. Nothing of a rehearsal counts; discard it when you are done.',
  rehearsal: 'rehearsal',
  templates: 'Templates',
  savedOn: (day: string) => `saved ${day}`,
  use: 'Start from it',
  remove: 'Remove',
  code: (code: string) => `code ${code}`,
  present: (people: number, firms: number) => `${plural(people, 'person', 'people')}, ${plural(firms, 'firm', 'firms')}`,
  console: 'Console',
  review: 'Review',
  revision: (count: number) => `Revision ${count}`,
  duplicate: 'Duplicate',
  discard: 'Discard',
  discardAsk: (title: string) => `Discard “${title}”? It cannot be brought back.`,
};

const newWorkshop = {
  heading: 'New workshop',
  title: 'Title',
  sector: 'Sector',
  sectorHint: 'The industry of the employers you invite.',
  region: 'Region',
  regionHint: 'Where they hire.',
  dataset: 'Dataset',
  from: 'Start from',
  shipped: 'The industry-input guide',
  shippedHint: 'Eleven activities, about 100 minutes; with a short-list where the dataset suggests one',
  startKinds: { template: 'a template', workshop: 'a copy of this workshop’s preparation, with nobody in it' },
  create: 'Create the draft',
  noDataset: 'There is no dataset yet',
  noDatasetHelp: 'A workshop puts published figures in front of employers. Import them first.',
};

const kinds = {
  figure: 'Figures',
  critical: 'Critical occupations',
  category: 'Categories',
  gap: 'Skill gaps',
  step: 'Steps',
  transition: 'Transitions',
  preference: 'Preferences',
};

const statuses = { proposed: 'proposed', accepted: 'accepted', modified: 'modified', rejected: 'rejected' };

const revisions = {
  heading: 'Revisions',
  lead: 'What staff decided on the proposals of a workshop, frozen and numbered.',
  title: (count: number, dataset: string) => `Revision ${count} of ${dataset}`,
  changes: (count: number) => plural(count, 'change', 'changes'),
  rehearsal: 'rehearsal',
  rehearsalLong: 'Rehearsal: the employers were simulated. Do not use or cite this.',
  none: 'No revision yet',
  noneHelp: 'A revision is made when the review of a closed workshop is published.',
  nonePublic: 'When the first workshop is reviewed and published, its revision stands here.',
  revision: 'Revision',
  base: 'Compared with',
  baseText: (release: string, before: number | null) =>
    before === null ? `the release “${release}” as published` : `revision ${before} on the release “${release}”`,
  workshop: 'Workshop',
  accepted: 'Accepted',
  modified: 'Modified',
  rejected: 'Rejected',
  proposed: 'Left proposed',
  published: 'Published',
  publishedBy: (day: string, role: string) => `${day}, by ${role}`,
  frozen: 'Frozen. To change anything, hold another review and publish the next revision.',
  proceedings: 'Proceedings',
  publicPage: 'Public page',
  download: 'Download the zip',
  adjustments: 'Every adjustment and its decision',
  area: 'Area',
  decisions: 'Decisions',
  counted: (counts: Record<keyof typeof statuses, number>) =>
    `${counts.accepted} accepted, ${counts.modified} modified, ${counts.rejected} rejected, ${counts.proposed} left proposed`,
  standing: 'From earlier revisions',
  carried: (count: number) => (count === 0 ? null : `${plural(count, 'adjustment is', 'adjustments are')} still in force`),
  address: 'Stable address',
  hash: 'SHA-256',
  diff: 'What it changes',
  noDiff: 'Nothing changes',
  noDiffHelp: 'No adjustment was accepted: the published figures stand as they are.',
  publicHeading: 'Published revisions',
  publicLead: 'What employers said about published labour market figures, with the evidence. Free to download and cite.',
  publicOne: 'The published figures are not overwritten: what employers said stands beside them.',
};

interface Proposed {
  kind: keyof typeof kinds;
  publishedValue: string | null;
  publishedFlag: string | null;
  proposedValue: string | null;
  unit: string | null;
  measure: string;
  detail: Record<string, string | number | boolean | null>;
}

const evidence = {
  firms: (firms: number, answers: number) => `${plural(firms, 'firm', 'firms')} (${plural(answers, 'answer', 'answers')})`,
  agree: (agree: number, asked: number) => `${agree} of ${asked} with an opinion agree (${Math.round((100 * agree) / asked)} %)`,
  cannotSay: (count: number) => `${count} could not say`,
  belowQuorum: (quorum: number) => `below quorum of ${quorum}`,
  more: 'Question, rule, round',
  question: (question: string) => `Asked: ${question}`,
  rule: (rule: string, threshold: number | null, quorum: number, round: number) =>
    `Rule: ${rule}${threshold === null ? '' : ` (from ${Math.round(100 * threshold)} %)`}; quorum ${quorum}; round ${round}`,
};

const review = {
  kind: 'Kind',
  everyKind: 'Every kind',
  status: 'Status',
  everyStatus: 'Every status',
  what: 'What',
  published: 'Published',
  proposed: 'Proposed',
  evidence: 'Evidence',
  decision: 'Decision',
  publishedText: ({ publishedValue, publishedFlag }: Proposed) =>
    publishedValue === null ? (publishedFlag === null ? '–' : publishedFlag.replaceAll('_', ' ')) : amount(publishedValue),
  proposedText: (one: Proposed) => proposedWords(one),
  decidedAs: (value: string) => `decided as “${value}”`,
};

/** Groups the digits of a bare number; anything else stays as it is. */
function amount(text: string): string {
  return /^-?\d{4,}(\.\d+)?$/.test(text) ? Number(text).toLocaleString('en-US', { maximumFractionDigits: 6 }) : text;
}

function proposedWords({ proposedValue, detail }: Proposed): string {
  const direction = detail['direction'];
  const said = typeof direction === 'string' ? direction.replaceAll('_', ' ') : null;
  if (proposedValue === null) return said ?? '–';
  return said === null ? amount(proposedValue) : `${said}: ${amount(proposedValue)}`;
}

export const STAFF_WORDS = {
  skip: 'To the content',
  nav: 'Staff pages',
  places: { home: 'What is next', datasets: 'Datasets', workshops: 'Workshops', revisions: 'Revisions' },
  signOut: 'Sign out',
  enter: { heading: 'Sign in as staff', text: 'This link signs this browser in, once.' },
  signIn: {
    heading: 'Staff come in by a link',
    text: 'There is no password. A link works once, within a day.',
    steps: [
      'On the computer that runs Plumbline, open a terminal in its folder.',
      'Ask for a link with the command below.',
      'Open the link in this browser. You stay signed in for 30 days.',
    ],
    command: 'npm run plumbline -- staff-link',
    first: 'The first link is printed when Plumbline starts.',
    front: 'Join a workshop instead',
    revisions: 'Published revisions',
  },
  home,
  due,
  datasets,
  occupations,
  origin,
  importing,
  report,
  workshops,
  newWorkshop,
  kinds,
  statuses,
  revisions,
  evidence,
  review,
};

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
  noWorkshopDue: 'No workshop is waiting',
  dueElsewhere: 'What is due of the figures, and what was written to you, stands below.',
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
      people === 0
        ? 'The lobby is open and nobody is in yet.'
        : `The lobby is open; ${plural(people, 'person is', 'people are')} in.`,
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
  noneHelp:
    'Import a published file, such as the BLS employment projections, to have something to prepare a workshop on.',
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
  brings: (revision: string) =>
    `The zip brings a published revision with it (${revision}). Saving keeps both, under the names they had.`,
  gone: 'This preview is no longer kept. Choose the file again.',
  noFile: 'Choose a file first.',
  tooLarge:
    'Without scripts a file may have 20 MB. Nothing was changed. Let this page run scripts, or leave out what the workshop does not need.',
  sending: (share: number) => `Sending: ${Math.floor(100 * share)} %`,
  stopSending: 'Stop sending',
  notSent: 'The file did not come through. Nothing was changed. Check the connection and send it again.',
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
  readSoFar: (name: string, rows: number, seconds: number) =>
    `Reading “${name}”: ${number(rows)} rows in ${seconds.toFixed(0)} s.`,
  stop: 'Stop reading',
  asks: (name: string) => `“${name}” does not say everything that is needed to read it. Nothing is guessed.`,
  readAgain: 'Read with these answers',
  addTo: 'Add to',
  addToNone: 'Nothing: a dataset of its own',
  addToHint: 'The chosen release stays as it is; a next one is made from both.',
  onlyKnown: 'Only for occupations that the dataset holds already',
  readAs: 'How it is read',
  recognise: 'By what it holds: Plumbline recognises it',
  readBy: (name: string) => `By the mapping “${name}”`,
  byHand: 'By hand: say what the columns mean',
  mappings: 'what staff said of tables of another kind, to rename or remove.',
  accepts: 'What can be imported',
  accepted: [
    'As published, CSV or Excel, recognised by what they hold: BLS employment projections; OEWS wages of the nation, states or metropolitan areas; CPS table 11.',
    'O*NET skills, job zones, related occupations, occupation data and reported titles; SOC 2018 definitions; NOC 2021 structure.',
    'The NCES CIP list and CIP-SOC crosswalk; IPEDS completions and institutions; WARN notices; lists of occupations in demand.',
    'Any other table, CSV or Excel: you say once what its columns mean, and the next file of its kind is recognised.',
    'Plumbline’s own tables as CSV: one figure a row (long), or one occupation a row (wide).',
    'A zip downloaded from Plumbline: it gives the same dataset again. Adjustments stay with their revision.',
  ],
  templates: 'Templates to fill in',
  template: { long: 'Long: one figure a row', wide: 'Wide: one occupation a row' },
};

const report = {
  bytes: (bytes: number) =>
    bytes < 1024
      ? `${bytes} bytes`
      : bytes < 1024 * 1024
        ? `${Math.round(bytes / 1024)} KB`
        : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
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
  sameFile: 'This very file was imported before. It is in:',
  addedTo: (title: string) => `Added to “${title}”: saving makes its next release`,
  added: (occupations: number, figures: number, replaced: number) =>
    `${number(occupations)} occupations and ${number(figures)} figures come in; ${number(replaced)} earlier figures of the same kind are replaced there. The earlier release keeps them.`,
  alsoHolds: (parts: readonly string[]) => `It also holds ${parts.join(', ')}.`,
  parts: {
    skills: 'skills',
    programs: 'programs',
    relatedOccupations: 'related occupations',
    fieldsOfStudy: 'fields of study',
    providers: 'providers',
    crosswalk: 'links from fields of study to occupations',
    hiringEvents: 'hiring events',
  },
  sheet: (name: string, others: readonly string[]) =>
    `Sheet “${name}” is read${others.length > 0 ? `; not ${others.join(', ')}` : ''}.`,
  vintage: 'Codes of another vintage',
  becameOf: 'In SOC 2018',
  otherTitles: 'Known codes under another title',
  inList: 'In the code list',
  leftOut: 'Left out',
};

const workshops = {
  heading: 'Workshops',
  new: 'New workshop',
  none: 'No workshop yet',
  noneHelp:
    'A workshop needs a dataset. Then begin with the guide Plumbline ships, and change what you want.',
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
  present: (people: number, firms: number) =>
    `${plural(people, 'person', 'people')}, ${plural(firms, 'firm', 'firms')}`,
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
  startKinds: {
    template: 'a template',
    workshop: 'a copy of this workshop’s preparation, with nobody in it',
  },
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
  baseText: (release: string, before: number | null, from: string | null = null) =>
    before === null
      ? `the release “${release}” as published`
      : from === null || from === release
        ? `revision ${before} on the release “${release}”`
        : `the release “${release}”, after revision ${before} on “${from}”`,
  noWorkshop: 'none: what stood before was laid on this release',
  origin: (workshop: { title: string } | null) => workshop?.title ?? 'replayed',
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
  carried: (count: number) =>
    count === 0 ? null : `${plural(count, 'adjustment is', 'adjustments are')} still in force`,
  address: 'Stable address',
  hash: 'SHA-256',
  diff: 'What it changes',
  noDiff: 'Nothing changes',
  noDiffHelp: 'No adjustment was accepted: the published figures stand as they are.',
  publicHeading: 'Published revisions',
  publicLead:
    'What employers said about published labour market figures, with the evidence. Free to download and cite.',
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
  firms: (firms: number, answers: number) =>
    `${plural(firms, 'firm', 'firms')} (${plural(answers, 'answer', 'answers')})`,
  agree: (agree: number, asked: number) =>
    `${agree} of ${asked} with an opinion say so (${Math.round((100 * agree) / asked)} %)`,
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
  publishedText: ({ publishedValue, publishedFlag, measure }: Proposed) =>
    publishedValue === null
      ? publishedFlag === null
        ? '–'
        : publishedFlag.replaceAll('_', ' ')
      : inMeasure(measure, publishedValue),
  proposedText: (one: Proposed) => proposedWords(one),
  decidedBy: (name: string | null, role: string) => (name === null ? role : `${name}, ${role}`),
  decidedAs: (value: string) => `decided as “${value}”`,
  heading: 'Review',
  start: 'Start the review',
  toPublish: 'Publish …',
  notOver: 'There is nothing to review yet',
  notOverHelp: 'Proposals are made when the workshop is closed, by the rule that was declared.',
  toWorkshop: 'To the workshop',
  nothing: 'The room proposed nothing',
  nothingHelp: 'No figure was marked, nothing was chosen or voted on. A revision can still be published.',
  explain:
    'The workshop only proposes. What you accept or modify stands beside the published figures in the next revision; what you leave undecided stays proposed.',
  isPublished: 'This review is published and frozen. To change anything, make the next revision.',
  search: 'Find',
  shown: (shown: number, all: number) =>
    shown === all ? plural(all, 'proposal', 'proposals') : `${shown} of ${all}`,
  all: 'Choose all that are shown',
  choose: (title: string) => `Choose ${title}`,
  selected: (count: number) =>
    count === 0 ? 'Choose proposals to decide several at once.' : `${count} chosen`,
  noneFits: 'No proposal fits',
  noneFitsHelp: 'Take a filter off.',
  accept: 'Accept',
  modify: 'Modify',
  reject: 'Reject',
  undo: 'Undo',
  role: 'Your role',
  defaultRole: 'Labour market analyst',
  asRole: (role: string) => `Decided as ${role}. Role and rationale are published with the decision.`,
  rationale: 'Rationale',
  rationaleNeeded: 'A sentence on why; it is published.',
  value: 'Value decided instead',
  valueHint: 'What shall stand beside the published figure. Numbers without separators, such as 42500.',
  andMore: (count: number) => `and ${count} more`,
  undoHelp: 'The decision and its rationale are taken back; the proposal waits again.',
  failed: 'It was not stored. Try again.',
  cancel: 'Cancel',
  ask: {
    accepted: (count: number) => `Accept ${plural(count, 'proposal', 'proposals')}`,
    modified: (count: number) => `Modify ${plural(count, 'proposal', 'proposals')}`,
    rejected: (count: number) => `Reject ${plural(count, 'proposal', 'proposals')}`,
    proposed: (count: number) => `Undo ${plural(count, 'decision', 'decisions')}`,
  },
  confirm: {
    accepted: (count: number) => (count === 1 ? 'Accept it' : `Accept ${count}`),
    modified: (count: number) => (count === 1 ? 'Modify it' : `Modify ${count}`),
    rejected: (count: number) => (count === 1 ? 'Reject it' : `Reject ${count}`),
    proposed: (count: number) => (count === 1 ? 'Undo it' : `Undo ${count}`),
  },
};

const publish = {
  heading: (count: number) => `Publish revision ${count}`,
  up: 'Review',
  effect: (count: number, dataset: string) => `This freezes revision ${count} of ${dataset}`,
  base: (base: string) => `It is compared with ${base}.`,
  undecided: (count: number) =>
    `${plural(count, 'proposal is', 'proposals are')} undecided: they are in the revision as proposed, and change nothing.`,
  frozen: 'It gets a stable address that anyone can open and download. It cannot be taken back or changed.',
  goOn: 'Go on with the review',
  publish: (count: number) => `Publish revision ${count}`,
};

const prepare = {
  parts: 'Parts of the preparation',
  sections: [
    { id: 'basics', label: 'Basics' },
    { id: 'shortlist', label: 'Short-list' },
    { id: 'guide', label: 'Guide' },
    { id: 'rule', label: 'Rule' },
    { id: 'pathways', label: 'Draft pathways' },
    { id: 'terms', label: 'Competition and retention' },
  ],
  basics: 'Basics',
  shortlistHeading: 'Short-list of occupations',
  guideHeading: 'Guide',
  ruleHeading: 'Rule and quorum',
  pathwaysHeading: 'Draft pathways',
  termsHeading: 'Competition text and retention',
  title: 'Title',
  sector: 'Sector',
  region: 'Region',
  dataset: 'Dataset',
  datasetFailed: 'The other dataset could not be read. The one before stays chosen.',
  leave: 'There are unsaved changes. Leave without saving them?',
  shortlist: {
    count: (count: number) => `${plural(count, 'occupation', 'occupations')} chosen.`,
    range: (least: number, most: number, count: number) =>
      count < least ? `At least ${least} are needed, at most ${most}.` : `${least} to ${most} are right.`,
    meter: 'Occupations chosen',
    empty: 'Nothing chosen yet: search and tick occupations.',
    notInDataset: (code: string) => `${code}, not in this dataset`,
    up: (title: string) => `Move ${title} up`,
    down: (title: string) => `Move ${title} down`,
    takeOut: (title: string) => `Take ${title} out`,
    search: 'Find an occupation',
    searchHint: 'title, another name for the job, or code',
    group: 'Group',
    education: 'Typical education',
    wage: 'Median wage',
    openings: 'Openings a year',
    every: 'Every one',
    wages: [
      { value: '', label: 'Every one' },
      { value: '0-40000', label: 'under $40,000' },
      { value: '40000-60000', label: '$40,000 to $60,000' },
      { value: '60000-80000', label: '$60,000 to $80,000' },
      { value: '80000-', label: '$80,000 and more' },
    ],
    openingBands: [
      { value: '', label: 'Every one' },
      { value: '0-5000', label: 'under 5,000' },
      { value: '5000-20000', label: '5,000 to 20,000' },
      { value: '20000-100000', label: '20,000 to 100,000' },
      { value: '100000-', label: '100,000 and more' },
    ],
    found: (count: number) => `${plural(count, 'occupation fits', 'occupations fit')}.`,
    full: (most: number) => `The short-list holds ${most}: take one out to add another.`,
    via: (alias: string) => `also called ${alias}`,
    more: (count: number) => `${count} more`,
  },
  guide: {
    total: (minutes: number, count: number) =>
      `${plural(count, 'activity', 'activities')}, ${minutes} minutes in all${minutes >= 60 ? ` (${Math.floor(minutes / 60)} h ${minutes % 60} min)` : ''}.`,
    drag: (title: string) => `Drag ${title}`,
    first: 'The welcome stays first: people come in by it.',
    minutes: 'min',
    minutesOf: (title: string) => `Minutes for ${title}`,
    up: (title: string) => `Move ${title} up`,
    down: (title: string) => `Move ${title} down`,
    remove: (title: string) => `Leave ${title} out`,
    reword: 'Reword',
    title: 'Title',
    purpose: 'Purpose, for the facilitator',
    prompt: (phase: string, isOneOfSeveral: boolean) =>
      isOneOfSeveral ? `Question on the screen: ${phase.toLowerCase()}` : 'Question on the screen',
    least: 'Each chooses at least',
    most: 'and at most',
    keep: 'The room keeps',
    add: 'Put back an activity',
    addPlaceholder: 'Choose one …',
  },
  rule: {
    threshold: 'Validated from',
    dissent: 'Dissent recorded from',
    opinion: 'Opinion needed from',
    quorum: 'Quorum',
    firms: 'firms',
    sentence: (threshold: number, dissent: number, opinion: number, quorum: number) =>
      `Counted on firms with an opinion: validated when at least ${threshold} % agree (dissent is recorded from ${dissent} % who disagree), contested when fewer agree, undecided when fewer than ${opinion} % of the firms present have an opinion. Below ${plural(quorum, 'firm', 'firms')} nothing is blocked, but every result says “below quorum”. The rule is fixed when a question opens.`,
  },
  pathways: {
    counts: (steps: number, transitions: number) =>
      `${plural(steps, 'step', 'steps')}, ${plural(transitions, 'transition', 'transitions')}`,
    none: 'no draft: the room draws its own',
    own: 'changed for this workshop',
    noShortlist: 'Choose the short-list first.',
    edit: 'Change it for this workshop',
    begin: 'Begin a draft',
    drop: 'Take the changes back',
    steps: 'Steps',
    step: 'Step',
    kind: 'Kind',
    side: 'Where',
    column: 'Column',
    change: 'Move or remove',
    earlier: (label: string) => `Move ${label} one column earlier`,
    later: (label: string) => `Move ${label} one column later`,
    up: (label: string) => `Move ${label} up`,
    down: (label: string) => `Move ${label} down`,
    remove: (label: string) => `Remove ${label}`,
    addInto: 'Step on the way in',
    addOut: 'Step on the way out',
    newStep: 'New step',
    transitions: 'Transitions',
    from: 'From',
    to: 'To',
    months: 'Typical months',
    addTransition: 'Transition',
    removeTransition: 'Remove this transition',
  },
  terms: {
    competition: 'Competition ground rules',
    competitionHint:
      'Each person reads and accepts this before the first question. Your own counsel may ask for more.',
    retention: 'Personal data is erased',
    days: 'days after publication',
    retentionHint: 'People are told before they join. Tallies and revisions stay.',
  },
  bar: {
    unsaved: 'Unsaved changes',
    saved: 'Saved',
    templateSaved: 'Saved as a template',
    beforeOpening: 'Before it can open:',
    missingShortlist: (count: number) =>
      count < 8 ? `choose ${8 - count} more for the short-list.` : 'the short-list holds at most 20.',
    missingWelcome: 'the guide begins with the welcome: put it back.',
    template: 'Save as a template',
    open: 'Open the room …',
    save: 'Save',
    openHeading: 'Open the room?',
    openEffect: (occupations: number, minutes: number) =>
      `The lobby opens: people with the code can join. The preparation is fixed from then on: ${occupations} occupations, ${minutes} minutes. Duplicate the workshop to change it.`,
    openNow: 'Open it now',
    notYet: 'Not yet',
    templateHint:
      'The guide, rule, short-list, pathways and texts as they are saved now; no title, nobody in it.',
    templateName: 'Name of the template',
    templateSave: 'Save the template',
  },
};

const workshop = {
  preview: 'Preview every face',
  review: (proposals: number) => `Review (${plural(proposals, 'proposal', 'proposals')})`,
  notDone: 'That was not done',
};

const room = {
  open: 'The room is open',
  running: 'The workshop is running',
  people: (count: number) =>
    count === 0 ? 'Nobody is in yet.' : `${plural(count, 'person is', 'people are')} in.`,
  console: 'Open the console',
  screen: 'Open the screen',
  screenHint: 'Open the screen on the projector. Another machine gets its own link from the console.',
  join: 'Phones join at',
  code: 'or type the code',
  qr: (url: string) => `QR code of ${url}`,
  close: 'Close the workshop',
  closeAsk:
    'Close the workshop? Phones and screens say that it is over, no answer is taken any more, and the proposals are computed.',
};

const prepared = {
  heading: 'As it was prepared',
  fixed: 'The preparation is fixed once the room is open. Duplicate the workshop to change it.',
  shortlist: 'Short-list',
  guide: 'Guide',
  guideText: (minutes: number, titles: readonly string[]) => `${minutes} minutes: ${titles.join(', ')}`,
  rule: 'Rule',
  retention: 'Retention',
  retentionText: (days: number) =>
    `Personal data is erased ${plural(days, 'day', 'days')} after publication.`,
};

const preview = {
  heading: 'Preview',
  lead: 'What each face shows at a phase before anybody answers. Later phases stand on an example choice.',
  back: 'Back',
  next: 'Next',
  places: 'Phases of the guide',
  screen: 'Screen',
  phone: 'Phone',
  console: 'Console',
};

/** Groups the digits of a bare number; anything else stays as it is. */
function amount(text: string): string {
  return /^-?\d{4,}(\.\d+)?$/.test(text)
    ? Number(text).toLocaleString('en-US', { maximumFractionDigits: 6 })
    : text;
}

/** What the room proposes, in words: a direction, an amount, a rank, a verdict. */
function proposedWords({ proposedValue, measure, unit, detail }: Proposed): string {
  const said = detail['direction'];
  const direction = typeof said === 'string' ? directionOf(said, unit) : null;
  if (proposedValue === null || proposedValue === said) return direction ?? '–';
  if (direction !== null) return `${direction}: ${amount(proposedValue)}`;
  return inMeasure(measure, proposedValue);
}

function inMeasure(measure: string, value: string): string {
  const words: Record<string, (value: string) => string> = {
    critical_rank: (rank) => `critical, rank ${rank}`,
    skill_gap: (rank) => `skill gap, rank ${rank}`,
    level: (level) => `column ${level}`,
    row: (row) => `row ${row}`,
    months: (months) => plural(Number(months), 'month', 'months'),
  };
  return words[measure]?.(value) ?? amount(value.replaceAll('_', ' '));
}

/** For figures in words (education, training, experience) "low" and "high" would mislead. */
function directionOf(direction: string, unit: string | null): string {
  const asks: Record<string, string> = { too_low: 'asks for too little', too_high: 'asks for too much' };
  return (unit === 'category' ? asks[direction] : undefined) ?? direction.replaceAll('_', ' ');
}

export const STAFF_WORDS = {
  skip: 'To the content',
  nav: 'Staff pages',
  places: {
    home: 'Next',
    datasets: 'Datasets',
    workshops: 'Workshops',
    revisions: 'Revisions',
    materials: 'Materials',
    comments: 'Comments',
    privacy: 'Personal data',
    audit: 'What staff did',
  },
  signOut: 'Sign out',
  enter: { heading: 'Sign in as staff', text: 'This link signs this browser in, once.' },
  signIn: {
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
  publish,
  prepare,
  workshop,
  room,
  prepared,
  preview,
};

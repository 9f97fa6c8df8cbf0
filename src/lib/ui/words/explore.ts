/** Every sentence of the public access point, by reader where readers differ: the facts are the same for all of them. */
import { plural } from './plural.ts';

export type Reader = 'jobseeker' | 'educator' | 'employer' | 'funder';

export type Section = 'glance' | 'agreed' | 'gaps' | 'pathway' | 'programs' | 'supply' | 'figures';

const day = (iso: string): string =>
  new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const firms = (count: number): string => plural(count, 'employer', 'employers');

const readers: Record<Reader, { name: string; lead: string; sections: Record<Section, [string, string]> }> = {
  jobseeker: {
    name: 'Looking for work',
    lead: 'Which jobs employers here cannot do without, what they pay, what it takes to get in, and where to learn it.',
    sections: {
      glance: ['At a glance', 'The short answer, in plain words.'],
      gaps: ['What to bring', 'Employers say people who start often lack this. Learn it, and you stand out.'],
      pathway: ['How to get in, and where it leads', 'The steps, one by one.'],
      programs: ['Where to learn it', 'Programs that lead to this job.'],
      agreed: ['How sure is this?', 'Who was asked, and when.'],
      figures: ['All the figures', 'As published, and what employers say of them.'],
      supply: ['How much competition', 'People who finish a program beside jobs that open, each year.'],
    },
  },
  educator: {
    name: 'Teaching or advising',
    lead: 'What employers find missing in people who start, beside what programs deliver, and how people really move on.',
    sections: {
      gaps: [
        'What your graduates lack',
        'Skills that employers find missing at entry: material for the next curriculum review.',
      ],
      supply: ['What you deliver, beside what is needed', 'Completions and places against openings.'],
      programs: ['Programs today', 'And the ones that employers prefer.'],
      pathway: ['Where your program stands on the way', 'The steps before it and after it.'],
      figures: ['All the figures', 'As published, and what employers say of them.'],
      agreed: ['Which employers said so', 'How many, by what rule, and when.'],
      glance: ['At a glance', 'The short answer, to hand on to learners.'],
    },
  },
  employer: {
    name: 'Hiring',
    lead: 'What firms like yours agreed on, where they think the published figures are off, and where people can come from.',
    sections: {
      agreed: ['What the room agreed', 'How many firms, by what rule, and when.'],
      figures: ['Figures as published, and as firms see them', 'Say so if it is otherwise in your firm.'],
      gaps: ['What entrants lack', 'The gaps that firms share.'],
      programs: ['Where people can come from', 'Programs that lead here, preferred ones first.'],
      pathway: ['How people come in and move on', 'The map, with what was validated.'],
      supply: ['Supply and demand', 'Completions beside openings.'],
      glance: ['At a glance', 'The short answer, in plain words.'],
    },
  },
  funder: {
    name: 'Funding or policy',
    lead: 'Need beside supply, who is represented, and how well each statement is backed.',
    sections: {
      supply: ['Need beside supply', 'Openings against completions and places.'],
      figures: [
        'The figures and their standing',
        'Each with its source, period and flag, published beside validated.',
      ],
      agreed: ['How it was validated', 'The rule, the quorum and the count.'],
      gaps: ['Where training falls short', 'Gaps that employers name, ranked.'],
      programs: ['What exists today', 'Programs, and the ones employers prefer.'],
      pathway: ['The career pathway', 'Entry, advancement and exit, with the votes.'],
      glance: ['At a glance', 'The short answer, in plain words.'],
    },
  },
};

const shell = {
  name: 'Plumbline',
  skip: 'To the content',
  nav: 'Explore',
  home: 'Overview',
  occupations: 'Occupations',
  pathways: 'Pathways',
  about: 'About the figures',
  readFor: 'Show it for somebody who is',
  footer: 'Published figures, and what employers made of them. The published figure always stays in sight.',
  programs: 'For programs: interface and downloads',
  revisions: 'All revisions',
  leaves: 'leaves this site',
};

const front = {
  title: 'Jobs and pathways, checked by employers',
  description:
    'High-demand occupations and in-demand pathways of the community: published figures, with what employers agreed.',
  critical: 'Occupations employers call critical',
  criticalLead: 'Chosen by a vote of firms: these would hurt most if nobody could be found.',
  noCritical: 'No list of critical occupations has been validated yet. All occupations are below.',
  pathways: 'In-demand pathways',
  pathwaysLead: 'How people come into these jobs and go on from them.',
  all: (count: number) => `All ${plural(count, 'occupation', 'occupations')}`,
  allPathways: 'All pathways',
  preferences: 'Where employers look for people, and how',
  preferencesLead:
    'Programs and channels that firms of the community say work for them, and how they recruit.',
  preferred: {
    program: 'Programs they prefer',
    talent: 'Where they find people',
    practice: 'How they recruit',
  },
  emptyTitle: 'Nothing has been published here yet',
  empty:
    'Soon you can look up high-demand jobs here: what they pay, what it takes to get in, and what employers of the community say about them.',
  emptyWhy:
    'Figures appear when employers have looked at them in a workshop and staff have published the outcome as a revision. Until then nothing is shown, so that nobody takes an unchecked figure for a checked one.',
  emptyNext: 'What happens next',
  emptySteps: [
    'Employers: join the workshop with the code you were given.',
    'Staff: run the workshop, rule on its proposals and publish the revision. It shows here at once.',
    'Everyone else: come back after the workshop. This address stays the same.',
  ],
  emptyJoin: 'Join a workshop',
  emptyStaff: 'For staff',
};

const search = {
  title: 'Occupations',
  description: 'Find an occupation by its title or any other name for the job, and narrow it down.',
  label: 'Find a job',
  hint: 'title, another name for the job, or code',
  sector: 'Sector',
  education: 'Usual education to get in',
  openings: 'Openings a year',
  wage: 'Published median wage',
  any: 'Any',
  atLeast: (amount: number) => `${amount.toLocaleString('en-US')} or more`,
  dollars: (amount: number) => `$${amount.toLocaleString('en-US')} or more`,
  go: 'Show',
  clear: 'Take all filters off',
  count: (total: number) => (total === 0 ? 'No occupation fits' : plural(total, 'occupation', 'occupations')),
  none: 'No occupation fits',
  noneHelp: 'Try another word for the job, or take a filter off. What is not published fits no filter on it.',
  pages: 'Pages',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
  via: (name: string) => `also called ${name}`,
};

const card = {
  rank: (rank: number | null) => (rank === null ? 'Critical' : `Critical, no. ${rank}`),
  openings: 'Openings a year',
  wage: 'Median wage',
  education: 'Usual education',
  published: 'published',
  notPublished: 'not published',
  employersSay: 'employers say',
  lacks: 'Often lacking',
  hasPathway: 'Pathway map',
};

const says: Record<string, string> = {
  about_right: 'about right',
  too_low: 'too low',
  too_high: 'too high',
  no_majority: 'no majority',
};
const saysOfLevel: Record<string, string> = {
  ...says,
  too_low: 'asks for too little',
  too_high: 'asks for too much',
};

const figures = {
  figure: 'Figure',
  published: 'Published',
  validated: 'Employers say',
  source: 'Source and period',
  notLooked: 'not looked at',
  notMarked: 'not put to employers',
  groups: {
    demand: 'Need',
    wage: 'Pay',
    requirements: 'What it takes',
    representation: 'Who works in it',
    supply: 'Who is being trained',
  } as Record<string, string>,
  wageNote: 'Pay is shown as published, with its source. It is never discussed between employers.',
  sharesNote: 'Groups need not add up to 100 %: people of Hispanic or Latino origin may be of any race.',
  direction: (direction: string, isLevel: boolean) => (isLevel ? saysOfLevel : says)[direction] ?? direction,
  flagged: 'Why there is no plain number',
  comment: 'Comment',
  commentOn: (label: string) => `Comment on: ${label}`,
  hybrid:
    'The publisher counts several occupations together under this code. Programs of all of them are joined to it.',
};

const amount = (value: number): string => value.toLocaleString('en-US');
const inPeriods = (periods: readonly string[]): string =>
  periods.length === 0 ? '' : ` (${periods.join(', ')})`;
const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** Supply in sentences, for the public pages and for staff: a person who counts for several occupations is said to. */
export const SUPPLY_WORDS = {
  noCompletions: 'The programs below do not say how many people complete them.',
  completions: (programs: number, people: number, periods: readonly string[]) =>
    `${plural(programs, 'program leads', 'programs lead')} to this occupation, with ${amount(people)} completions a year${inPeriods(periods)}.`,
  shared: (people: number, titles: readonly string[], more: number) => {
    const rest = more > 0 ? [plural(more, 'other occupation', 'other occupations')] : [];
    return `${amount(people)} of these completions are counted also for ${listed([...titles, ...rest])}: the same people, so the occupations must not be added up.`;
  },
  capacity: (places: number, periods: readonly string[]) =>
    `The programs can take ${amount(places)} people a year${inPeriods(periods)}.`,
  hybrid: (code: string, parts: readonly string[]) =>
    `${code} stands for ${listed(parts)} together, as the publisher counts them. Programs for any of them are joined here, each once.`,
  from: (sources: readonly string[]) => `From: ${sources.join('; ')}.`,
};

const backing = {
  /** V3: a count never stands without the number asked. */
  count: (agree: number, of: number, cannotSay: number) =>
    `${agree} of ${firms(of)}${cannotSay > 0 ? `, ${cannotSay} could not say` : ''}`,
  on: (iso: string | null) => (iso === null ? '' : `decided ${day(iso)}`),
  round: (round: number) => (round > 1 ? `round ${round}` : ''),
  belowQuorum: 'below quorum',
  modified: 'worded by staff at review',
};

interface Contributor {
  title: string;
  sector: string;
  region: string;
}

interface Agreement {
  workshop: Held | null;
  contributors: readonly Contributor[];
}

interface Held {
  title: string;
  region: string;
  heldOn: string | null;
  firms: number;
  quorum: number;
  belowQuorum: boolean;
}

/** Of a replayed revision: whose word was carried over; of another: who else stands in it beside the workshop just held. */
function held({ workshop, contributors }: Agreement): string {
  const named = (all: readonly Contributor[]): string =>
    all.map(({ title, sector, region }) => `“${title}” (${sector}, ${region})`).join('; ');
  if (!workshop) {
    const before = 'What employers agreed before was carried over to this release';
    return contributors.length === 0 ? `${before}.` : `${before}. It was said in: ${named(contributors)}.`;
  }
  const { title, region, heldOn, quorum, belowQuorum } = workshop;
  const who = `${firms(workshop.firms)} took part; the quorum was ${quorum}${belowQuorum ? ', which was not reached' : ''}.`;
  const also = contributors.length === 0 ? '' : ` What stands here was also said in: ${named(contributors)}.`;
  return `Workshop: ${title}, ${region}${heldOn === null ? '' : `, ${day(heldOn)}`}. ${who}${also}`;
}

const occupation = {
  title: (title: string) => `${title}: pay, openings, how to get in`,
  description: (title: string, sector: string) =>
    `${title} (${sector}): published figures with sources, what employers agreed, what entrants lack, pathway and programs.`,
  alsoCalled: 'Also called',
  code: 'Code',
  otherRevision: 'Another revision speaks of this occupation too:',
  related: 'Related occupations',
  relatedLead: 'They stand on the same pathways.',
  noRelated: 'No pathway here connects it with another occupation.',
  take: 'Take it with you',
  takeLead: 'Made from this revision, to print or to present.',
  paperA4: 'A4',
  paperLetter: 'Letter',
  materials: {
    sheet: 'One-page sheet',
    brochure: 'Pathway brochure',
    handout: 'Handout for the sector',
    slides: 'Slides (PPTX)',
  },
  noGaps: 'Employers have not rated skill gaps for this occupation.',
  skills: 'Skills the occupation asks for',
  skillsNote: 'As published by O*NET, most important first.',
  gap: 'Skill',
  lacking: 'How often lacking',
  dayOne: 'Needed on day one',
  by: 'Said by',
  noDayOne: 'not said',
  noPathway: 'No pathway has been drawn for this occupation yet.',
  seeMap: 'Follow the map',
  waysIn: 'Ways in',
  waysOn: 'Ways on',
  noPrograms: 'No program of the dataset leads to this occupation.',
  program: 'Program',
  provider: 'Provider',
  credential: 'Credential',
  completions: 'Completions',
  places: 'Places a year',
  preferred: 'preferred by employers',
  shared: (count: number) => `leads to ${count} occupations; each completer is counted for every one`,
  morePrograms: (count: number) => `and ${count} more`,
  noSupply: 'Neither completions nor openings are published for it.',
  openings: 'Openings a year',
  completers: 'Completions a year',
  supplyNote:
    'A comparison, not a balance: areas and periods differ, a completer may be counted for several occupations, and not everybody who finishes takes up the job.',
  agreedNone: 'Employers have not ruled on this occupation. What you see is published, and nothing more.',
  agreedCritical: 'Called critical',
  agreedGaps: (count: number) => `${plural(count, 'skill gap', 'skill gaps')} agreed`,
  agreedFigures: (count: number) => `${plural(count, 'figure', 'figures')} judged`,
  held,
  revision: (number: number, on: string) => `Revision ${number}, published ${day(on)}`,
  question: 'Asked',
  rule: 'Rule',
};

const lacking = (frequency: number | null): string =>
  frequency === null
    ? 'not said'
    : frequency >= 2.5
      ? 'almost always'
      : frequency >= 1.5
        ? 'often'
        : frequency >= 0.5
          ? 'sometimes'
          : 'rarely';

const pathway = {
  listTitle: 'Pathways',
  listDescription: 'How people come into each job and go on from it, with what employers validated.',
  none: 'No pathway has been published yet',
  noneHelp: 'It appears when a workshop has looked at one and staff have published the outcome.',
  description: (title: string) => `${title}: steps in, steps on, typical time, and what employers validated.`,
  inDemand: 'in demand',
  leadsTo: (title: string) => `into ${title} and on`,
  counts: (validated: number, contested: number, undecided: number, notAsked: number) =>
    [
      validated > 0 && `${validated} validated`,
      contested > 0 && `${contested} contested`,
      undecided > 0 && `${undecided} undecided`,
      notAsked > 0 && `${notAsked} not put to employers`,
    ]
      .filter((part) => part !== false)
      .join(', '),
  map: 'Map',
  mapHint: 'From left to right. Choose a step to read about it below; the map scrolls sideways.',
  steps: 'Step by step',
  from: 'Comes from',
  to: 'Leads to',
  start: 'A place to start.',
  end: 'The map ends here.',
  openOccupation: 'About this occupation',
  removed: 'in the draft; employers took it out',
  added: 'added by employers',
  drafted: 'from the draft',
  notAsked: 'not put to employers',
  wasLabel: (label: string) => `in the draft: ${label}`,
  wasMonths: (words: string) => `in the draft: ${words}`,
  backToMap: 'Back to the map',
};

const about = {
  title: 'About the figures',
  description:
    'Where the figures are from, what published and validated mean, and how privacy and access are kept.',
  published: 'What “published” means',
  publishedText:
    'A figure as the publisher released it, with source, period and area. It is never written over. Where there is no plain number, a flag says why.',
  validated: 'What “employers say” means',
  validatedText:
    'In a workshop, firms voted by a rule that was fixed before the question opened. Staff ruled on each outcome and published it as a numbered revision. Beside each statement stand how many firms said so, of how many, and when.',
  belowQuorum:
    '“Below quorum” means that fewer firms took part than were asked for. The statement is shown all the same, and says so.',
  editions: 'What is published now',
  sources: 'Sources',
  noSources: 'No source is published yet.',
  privacy: 'Privacy',
  privacyText: [
    'No person and no single answer is shown: only counts of firms, and what they agreed.',
    'Looking something up here sets no cookie and is not recorded under your name.',
    'A comment is shown with the name of the organisation that sent it, after staff have read it, and is erased after a year, or earlier on request.',
  ],
  access: 'Access',
  accessText: [
    'Every page works without JavaScript, with a keyboard and with a screen reader, on a phone and in print.',
    'If something stands in your way, tell us by a comment on any figure.',
  ],
  outside: 'Links that leave',
  outsideText:
    'A link to another organisation is marked “leaves this site”. What stands there is theirs; their privacy rules apply.',
  advice:
    'These figures inform a decision; they do not make it. An employment or career counsellor near you can help to read them.',
};

export const EXPLORE_WORDS = {
  day,
  firms,
  readers,
  shell,
  front,
  search,
  card,
  figures,
  backing,
  occupation,
  lacking,
  pathway,
  about,
};

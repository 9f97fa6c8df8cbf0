/** Workshops before, while and after they run, the page of one, and its preview. */
import type { Stage } from '#lib/protocol/roles.ts';
import { plural } from '../plural.ts';

export const workshops = {
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

export const newWorkshop = {
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

export const workshop = {
  preview: 'Preview every face',
  review: (proposals: number) => `Review (${plural(proposals, 'proposal', 'proposals')})`,
  notDone: 'That was not done',
};

export const room = {
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

export const prepared = {
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

export const preview = {
  heading: 'Preview',
  lead: 'What each face shows at a phase before anybody answers. Later phases stand on an example choice.',
  back: 'Back',
  next: 'Next',
  places: 'Phases of the guide',
  screen: 'Screen',
  phone: 'Phone',
  console: 'Console',
};

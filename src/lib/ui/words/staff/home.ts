/** The front page of staff: what is next, and what is due. */
import { plural } from '../plural.ts';

interface Summarised {
  people: number;
  firms: number;
  code: string;
}

export const home = {
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

export const due = {
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

/** Every sentence of the staff pages and of the public pages of a revision. */
import { datasets, occupations, origin } from './staff/datasets.ts';
import { home, due } from './staff/home.ts';
import { importing, report } from './staff/importing.ts';
import { prepare } from './staff/prepare.ts';
import { kinds, statuses, evidence, review } from './staff/review.ts';
import { revisions, publish } from './staff/revisions.ts';
import { workshops, newWorkshop, workshop, room, prepared, preview } from './staff/workshops.ts';

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

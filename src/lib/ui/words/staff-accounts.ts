/** Every sentence about staff themselves: how they come in, what they did, and what is kept of the people in the rooms. */
import { plural } from './plural.ts';

const audited: Record<string, string> = {
  sign_in: 'Signed in',
  sign_in_refused: 'Sign-in refused',
  sign_out: 'Signed out',
  sign_in_ended: 'Ended a sign-in',
  link_made: 'Made a sign-in link',
  account_made: 'Account made',
  account_closed: 'Closed an account',
  password_set: 'Set a password',
  password_removed: 'Removed a password',
  dataset_imported: 'Imported figures',
  workshop_created: 'Created a workshop',
  workshop_changed: 'Changed a workshop',
  workshop_opened: 'Opened a room',
  workshop_closed: 'Closed a room',
  workshop_reviewed: 'Started a review',
  workshop_discarded: 'Discarded a workshop',
  rehearsal_started: 'Started a rehearsal',
  room_link_made: 'Made a link into a room',
  template_saved: 'Saved a template',
  template_removed: 'Removed a template',
  decision: 'Decided on proposals',
  published: 'Published a revision',
  erased: 'Erased personal data',
};

const signIn = {
  heading: 'Staff sign in',
  wrong: 'You are not signed in',
  name: 'Your name',
  password: 'Password',
  go: 'Sign in',
  orLink: 'Without a password: come in by a link',
  text: 'A link works once, within a day. A colleague makes one under Accounts, or:',
};

const accounts = {
  heading: 'Accounts',
  lead: 'Everyone of staff has an account of their own, so that a decision says who made it.',
  giveName: 'Give your name',
  whoAreYou: 'Who are you?',
  unnamed:
    'You came in by a link without a name. Until you give yours, what you decide is recorded as “Staff”.',
  name: 'Your name',
  nameHint: 'It stands beside your decisions on staff pages. Public exports say only the role.',
  saveName: 'This is my name',
  password: 'Password',
  passwordOff: 'You have no password: you come in by links. One is optional.',
  passwordOn: 'You can sign in with your name and password. Changing it ends your other sign-ins.',
  present: 'Present password',
  next: 'New password',
  nextHint: 'At least 12 characters. A sentence you remember is a good one.',
  setPassword: 'Set the password',
  removePassword: 'Remove the password',
  done: {
    password: 'The password is set.',
    removed: 'The password is gone. Links still let you in.',
    ended: 'That sign-in is over.',
    closed: 'The account is closed and its sign-ins are over.',
  },
  invite: 'Let a colleague in',
  inviteHelp:
    'The link works once, within a day, and makes the account when it is opened. Nobody sees it again.',
  colleague: 'Name of the colleague',
  makeLink: 'Make a link',
  linkFor: (name: string) => `A link for ${name}`,
  address: 'Address to send',
  everyone: 'Everyone',
  none: 'No account yet',
  noneHelp: 'Give your own name above, then let your colleagues in.',
  columns: { name: 'Name', since: 'Since', last: 'Last sign-in', password: 'Password', actions: 'Actions' },
  yes: 'Set',
  no: 'None',
  never: 'Never',
  newLink: 'New link',
  close: 'Close',
  closed: 'closed',
  signIns: 'Signed in now',
  signInColumns: { name: 'Name', since: 'Since', until: 'Until', by: 'By', actions: 'Actions' },
  by: { link: 'Link', password: 'Password' },
  thisOne: 'this browser',
  end: 'End',
};

const audit = {
  heading: 'What staff did',
  lead: 'Written down as it happens, and never changed. Kept for two years; then it goes month by month.',
  what: 'What',
  who: 'Who',
  text: 'Words in it',
  anything: 'Anything',
  anyone: 'Anyone',
  filter: 'Show',
  download: 'Download as CSV',
  caption: 'What staff did, newest first',
  columns: { at: 'When (UTC)', who: 'Who', what: 'What', on: 'On what', more: 'More' },
  items: (count: number) => plural(count, 'proposal', 'proposals'),
  nothing: 'Nothing of that kind',
  nothingHelp: 'Show anything by anyone to see all of it.',
  more: (shown: number, all: number) =>
    `The newest ${shown} of ${all}. Narrow it down, or download all of it.`,
};

const privacy = {
  heading: 'Personal data',
  lead: 'What the rooms hold of people is erased when its time has run out, within the hour, without anybody asking.',
  held: 'Held now',
  nothingHeld: 'No published workshop holds personal data',
  nothingHeldHelp: 'Names and words come in with people, and a workshop’s time runs from its publication.',
  dueOn: (day: string) => `Erased on ${day}`,
  dueNow: 'Due now',
  people: (count: number) => plural(count, 'person', 'people'),
  look: 'Erase …',
  reports: 'Erased',
  noReports: 'Nothing has been erased yet.',
  reportOf: (day: string, by: string) => `${day}, by ${by}`,
  eraseHeading: (title: string) => `Erase the personal data of ${title}`,
  effect: 'What happens',
  gone: 'Goes, for good',
  stays: 'Stays',
  effectText: [
    'The console, the screen and all phones of this workshop lose their seats.',
    'Names already downloaded with a revision are beyond reach. So are backups made before: delete those yourself.',
  ],
  confirm: 'I have read what goes and what stays',
  erase: 'Erase for good',
  back: 'Personal data',
  counted: {
    people: (n: number) => `${plural(n, 'person', 'people')} with name and job title`,
    organisations: (n: number) => plural(n, 'organisation', 'organisations'),
    answers: (n: number) => plural(n, 'answer', 'answers'),
    words: (n: number) => `${plural(n, 'text', 'texts')} typed in the room`,
    contacts: (n: number) => plural(n, 'contact', 'contacts'),
    labels: (n: number) => `${plural(n, 'label', 'labels')} of results that held a name`,
    keptAdjustments: (n: number) =>
      `${plural(n, 'proposal or decision', 'proposals and decisions')} with their counts`,
    revisions: (n: number) => `${plural(n, 'revision', 'revisions')}, with tallies and without names`,
  },
  labels: 'Labels the room gave to results (skills, steps, programs) stay: they are the result.',
};

/** On staff pages only. */
const publishedBy = (name: string): string => `Published by ${name}.`;

export const STAFF_ACCOUNT_WORDS = { audited, publishedBy, signIn, accounts, audit, privacy };

/** Every sentence about comments of the public, to those who write them and to staff who read them. */
import { plural } from './plural.ts';

const form = {
  title: (title: string) => `Comment on ${title}`,
  lead: 'Do you see it otherwise where you work, teach or hire? Staff read your comment, and take it into the next workshop.',
  about: 'About',
  whole: 'The occupation as a whole',
  published: (words: string) => `published: ${words}`,
  organisation: 'Organisation',
  organisationHint: 'Shown with the comment. No name of a person, please.',
  text: 'What you see otherwise, and how you know',
  textHint: 'Nothing about what a firm pays or whom it plans to hire.',
  trap: 'Leave this field empty',
  send: 'Send the comment',
  sendAnyway: 'Send it as it is',
  kept: 'What happens with it: staff read it before it is shown here. It is erased after a year, or at once when your organisation asks for it; if it is not shown, after thirty days.',
  sentTitle: 'Your comment is with staff',
  sent: 'They read it before it is shown here. Nothing more is needed.',
  back: 'Back to the occupation',
  failed: 'This was not sent',
};

const shown = {
  heading: 'Comments',
  lead: 'From organisations, read by staff first. They are not validated; they are leads for the next workshop.',
  none: 'No comment is shown yet.',
  write: 'Write a comment',
  by: (organisation: string, day: string) => `${organisation}, ${day}`,
  aboutFigure: (label: string, published: string) => `About: ${label} (published: ${published})`,
};

const staff = {
  heading: 'Comments',
  lead: 'What organisations say of published figures: leads for the next workshop. Nothing is shown before you let it through.',
  none: 'No comment has come in',
  noneHelp: 'Under each figure of the public pages stands a link to comment on it.',
  status: { waiting: 'Waiting', shown: 'Shown', hidden: 'Hidden' },
  show: 'Show it',
  hide: 'Hide it',
  erase: 'Erase it',
  eraseConfirm: 'For good, at the organisation’s request',
  warning: { money: 'Seems to name pay', no_hire: 'Seems to name an agreement about hiring' },
  until: (day: string) => `erased on ${day}`,
  gone: 'This comment is not there any more.',
  waiting: (count: number) => plural(count, 'comment waits', 'comments wait'),
  public: 'See it as the public does',
  forItem: (organisation: string) => `the comment of ${organisation}`,
};

const LEAD_LENGTH = 140;

const leads = {
  heading: 'Leads for the next workshop',
  waiting: (count: number) => `${plural(count, 'comment waits', 'comments wait')} to be read.`,
  read: 'All comments are read.',
  says: (organisation: string, text: string) =>
    `${organisation}: “${text.length > LEAD_LENGTH ? `${text.slice(0, LEAD_LENGTH).trimEnd()} …` : text}”`,
  held: (count: number, day: string) =>
    `${plural(count, 'comment', 'comments')} with the name of an organisation; the first is erased on ${day}.`,
  heldHeading: 'Comments of the public',
  look: 'See the comments',
};

export const COMMENT_WORDS = { form, shown, staff, leads };

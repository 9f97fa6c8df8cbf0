/** Every sentence about making materials. */
import { plural } from './plural.ts';

export const MATERIAL_WORDS = {
  heading: 'Materials',
  lead: 'Made from what is published now: to print, to hand out, to present. One at a time is on the public pages, too.',
  none: 'Nothing is published yet',
  noneHelp: 'Publish a revision first; then every occupation and pathway in it has its materials.',
  kinds: 'What to make',
  kind: {
    sheet: 'One-page sheet for each occupation',
    brochure: 'Brochure for each pathway',
    handout: 'Handout for each sector',
    slides: 'Slides for each occupation (PPTX)',
  },
  which: 'For which occupations',
  all: (count: number) => `All ${plural(count, 'occupation', 'occupations')}`,
  critical: (count: number) => `The ${plural(count, 'critical one', 'critical ones')}`,
  some: 'Only these',
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'Letter' },
  make: 'Make them',
  jobHeading: 'Making materials',
  progress: (done: number, total: number) => `${done} of ${total} made`,
  now: (name: string) => `Now: ${name}`,
  cancel: 'Cancel',
  again: 'Make others',
  toWorkshops: 'To the workshops',
  download: 'Download the zip',
  status: {
    running: 'Being made',
    done: 'They are made. The zip is kept here for half an hour.',
    cancelled: 'Cancelled. Nothing was kept.',
    failed: 'They could not be made. Nothing was kept; try again.',
  },
  gone: 'These materials are not kept any more. Make them again.',
  refresh: 'Look again',
};

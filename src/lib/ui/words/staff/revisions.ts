/** Revisions, for staff and for everybody, and publishing one. */
import type { statuses } from './review.ts';
import { plural } from '../plural.ts';

export const revisions = {
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

export const publish = {
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

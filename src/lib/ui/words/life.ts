/** Every sentence about the life of a dataset: replays, history, where a number is from, exports, the calendar. */
import { plural } from './plural.ts';

const outcomes = { carried: 'carried over', superseded: 'superseded', conflict: 'in conflict' };
const decisions = { keep: 'kept', modify: 'modified', withdraw: 'withdrawn' };

interface Settled {
  decision: keyof typeof decisions;
  value: string | null;
  rationale: string;
  role: string;
}
const settledWords = ({ decision, value, rationale, role }: Settled): string =>
  `${decisions[decision]}${value === null ? '' : ` as “${value}”`} by ${role}: ${rationale}`;

const occupation = {
  figures: 'Figures',
  measure: 'Measure',
  published: 'Published',
  said: 'As employers see it',
  origin: 'Where from',
  nothing: 'nothing said',
  contested: 'two workshops disagree',
  why: 'Why this number',
  whyOf: (label: string) => `Why this number: ${label}`,
  critical: (rank: number) => `Critical occupation, rank ${rank}`,
  gaps: 'What entrants lack',
  gapFirms: (firms: number) => `(${plural(firms, 'firm', 'firms')})`,
  pathway: 'Pathway',
  changes: 'What this revision changes here',
  noChange: 'Nothing changes here',
  noChangeHelp: 'This revision says of this occupation what the one before said.',
};

const why = {
  heading: (title: string) => `Why this number: ${title}`,
  shown: (published: string, said: string | null) =>
    said === null ? `Published: ${published}.` : `Published: ${published}. As employers see it: ${said}.`,
  said: (workshop: string) => `What “${workshop}” said`,
  beside: 'Another workshop’s later word leads; this one stands beside it until a person decides.',
  about: 'About',
  proposed: 'Proposed by the room',
  decided: 'Decided instead',
  rationale: 'Rationale',
  by: 'Decided',
  byRole: (role: string, day: string) => `as ${role}, ${day}`,
  decidedIn: (number: number) => `First in force in revision ${number}`,
  replayed: (number: number, release: string) => `Laid on ${release} in revision ${number}`,
  settled: (one: Settled) => `Settled: ${settledWords(one)}.`,
  nothingSaid: 'No adjustment stands on this figure: it is as published.',
  published: 'The published figure, down to its cell',
};

const compare = {
  heading: 'Compare two revisions',
  lead: 'Any two, also of different releases; for one occupation and its pathway where you choose it.',
  link: 'Compare with another revision',
  from: 'From',
  to: 'To',
  choose: 'Choose one …',
  occupation: 'Occupation',
  everyOccupation: 'Every occupation',
  go: 'Compare',
  between: (from: number, to: number) => `From revision ${from} to revision ${to}`,
  same: 'They say the same',
  sameHelp: 'No figure, list, gap or pathway differs.',
  first: (shown: number, all: number) =>
    `The first ${shown} of ${all} are shown. Choose an occupation to see its own.`,
};

const exports = {
  heading: 'Download',
  name: {
    zip: 'Zip',
    xlsx: 'Workbook (XLSX)',
    json: 'JSON',
    ctdl: 'Pathways (CTDL)',
    prov: 'Provenance (PROV-O)',
  },
  what: {
    zip: 'everything, with its evidence; Plumbline can import it again',
    xlsx: 'a sheet for each table, with the sources',
    json: 'the whole revision and its release, for programs',
    ctdl: 'one pathway for each destination, for credential registries',
    prov: 'who and what it comes from, as linked data',
  },
  tables: 'Single tables as CSV:',
};

const saidWords = (text: string | null): string => text?.replaceAll('_', ' ') ?? 'another thing';

const replay = {
  heading: 'Replays',
  offers: 'Adjustments that stand on an earlier release',
  offer: (count: number, number: number, release: string) =>
    `${plural(count, 'adjustment', 'adjustments')} of revision ${number} on “${release}”`,
  start: 'Replay on this release',
  goOn: 'Go on with the replay',
  settleHere: 'Settle what two workshops say differently',
  disagree: (count: number) =>
    `Two workshops disagree on ${plural(count, 'thing', 'things')} in the latest revision. Both stand until you decide.`,
  title: (number: number, release: string) => `Revision ${number} on ${release}`,
  counts: (counts: Record<keyof typeof outcomes, number>) =>
    `${counts.carried} carried over, ${counts.superseded} superseded, ${counts.conflict} in conflict`,
  waiting: (open: number) =>
    open === 0 ? 'ready to publish' : `${plural(open, 'conflict', 'conflicts')} to settle`,
  groups: {
    conflict: 'In conflict: to be settled',
    disagreement: 'Two workshops disagree',
    superseded: 'Superseded: the published figure now agrees',
    carried: 'Carried over',
  },
  what: 'What',
  standing: 'Stands',
  reason: 'What the new release says',
  settlement: 'Settled',
  notSettled: 'not settled',
  by: (workshop: string) => `said in “${workshop}”`,
  against: (workshop: string, value: string | null) => `“${workshop}” says ${saidWords(value)}`,
  cannotStand: 'has nothing to stand on: it can only be withdrawn',
  choose: (title: string) => `Choose ${title}`,
  role: 'Your role',
  rationale: 'Rationale',
  rationaleHint: 'A sentence on why; it is published.',
  value: 'Value instead',
  valueHint: 'Only for Modify. Numbers without separators, such as 42500.',
  decide: { keep: 'Keep', modify: 'Modify', withdraw: 'Withdraw', open: 'Undo' },
  settledNow: (count: number) =>
    `${plural(count, 'adjustment is', 'adjustments are')} stored as you decided.`,
  publish: 'Publish the next revision',
  publishHelp: 'It is frozen, numbered, and gets a stable address.',
  discard: 'Discard this replay',
  behind: 'A later revision of the earlier release was published since this began.',
  again: 'Begin anew: what you settled is kept where the question is the same',
  toRevision: 'To the revision',
  settled: settledWords,
};

const calendar = {
  heading: 'Calendar',
  nothing: 'Nothing is due in the next month.',
  kinds: {
    refresh: 'Quarterly refresh',
    validation: 'Annual validated release',
    replay: 'Adjustments wait on a new release',
    settle: 'Replay to settle',
    disagreement: 'Workshops disagree',
    consent: 'Consents end',
    stale: 'Stale figures',
  },
  when: (isDue: boolean, day: string) => (isDue ? `due since ${day}` : `by ${day}`),
};

const pathways = {
  heading: 'Import pathways from CTDL',
  file: 'CTDL file (JSON-LD)',
  go: 'Make a copy with these pathways',
  help: 'A release is never changed: the copy has the pathways of the file as its drafts, and everything else as here.',
};

const beside = {
  heading: (count: number) =>
    `${plural(count, 'proposal says', 'proposals say')} otherwise than another workshop`,
  explain:
    'Accepted, both will stand, the later decision first. Under Revisions a person can settle which one leads.',
  show: 'Where they disagree',
  line: ({
    title,
    says,
    against,
  }: {
    title: string;
    says: string | null;
    against: readonly { workshop: string; says: string | null }[];
  }) =>
    `${title}: here ${saidWords(says)}; ${against.map((other) => `“${other.workshop}” says ${saidWords(other.says)}`).join('; ')}.`,
};

export const LIFE_WORDS = {
  beside,
  pathways,
  outcomes,
  decisions,
  occupation,
  why,
  compare,
  exports,
  replay,
  calendar,
};

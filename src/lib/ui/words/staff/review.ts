/** What a room proposes, the evidence, and what staff rule. */
import { plural } from '../plural.ts';

export const kinds = {
  figure: 'Figures',
  critical: 'Critical occupations',
  category: 'Categories',
  gap: 'Skill gaps',
  step: 'Steps',
  transition: 'Transitions',
  preference: 'Preferences',
};

export const statuses = {
  proposed: 'proposed',
  accepted: 'accepted',
  modified: 'modified',
  rejected: 'rejected',
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

export const evidence = {
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

export const review = {
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

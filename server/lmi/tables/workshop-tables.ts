/** Tables of the room's side: what was asked, counted, proposed and decided. Shares never stand without their base (V3). */
import { column, optional } from './table.ts';
import type { Column, Table } from './table.ts';

const vote: Column[] = [
  optional('n_agree', 'integer', 'Firms that agree'),
  optional('n_disagree', 'integer', 'Firms that disagree'),
  optional('n_cannot_say', 'integer', 'Firms that could not say'),
  optional('round', 'integer', 'Round of the vote'),
  optional('question', 'text', 'The question as it was asked'),
];
const ofAdjustment = (name: string) => ({ column: name, table: 'adjustments', reference: 'adjustment_id' });

export const adjustmentsTable: Table = {
  name: 'adjustments',
  title: 'Adjustments: what the room proposed and staff decided',
  columns: [
    column('adjustment_id', 'text', 'Identifier of the adjustment'),
    column('kind', 'text', 'figure, critical, category, gap, step, transition or preference'),
    column('target', 'text', 'What it is about'),
    column('measure', 'text', 'Which of its measures'),
    optional('published_value', 'value', 'The published value, untouched'),
    optional('published_flag', 'text', 'Why the published value is missing or bounded'),
    optional('proposed_value', 'value', 'What the room proposed'),
    optional('decided_value', 'value', 'What staff decided'),
    optional('unit', 'text', 'Unit of the values'),
    column('status', 'text', 'proposed, accepted, modified or rejected'),
    column('rationale', 'text', 'Why staff decided so'),
    column('rule', 'text', 'The rule, as fixed when the question opened'),
    optional('threshold', 'number', 'Share of firms with an opinion that the rule asks for'),
    column('quorum', 'integer', 'Firms needed for a result to be without the mark "below quorum"'),
    column('round', 'integer', 'Round of the vote'),
    column('n_answers', 'integer', 'People who answered'),
    column('n_firms', 'integer', 'Firms that answered'),
    column('n_agree', 'integer', 'Firms that agree'),
    column('n_disagree', 'integer', 'Firms that disagree'),
    column('n_cannot_say', 'integer', 'Firms that could not say'),
    column('workshop_id', 'text', 'Workshop that proposed it'),
    optional('decided_at', 'text', 'When staff decided'),
    optional('decided_by_role', 'text', 'In which role'),
  ],
  primaryKey: ['adjustment_id'],
  foreignKeys: [],
};

export const evidenceTable: Table = {
  name: 'evidence',
  title: 'The question and tally behind each adjustment',
  columns: [
    column('adjustment_id', 'text', 'Identifier of the adjustment'),
    column('title', 'text', 'What it is about, in words'),
    optional('observation_id', 'text', 'The published figure it stands beside'),
    column('activity', 'text', 'Activity of the guide'),
    column('question', 'text', 'The question as it was asked'),
    column('below_quorum', 'boolean', 'Whether fewer firms than the quorum were in the room'),
    column('remarks', 'list', 'What else a reader should know, with a bar between them'),
    column('detail', 'json', 'What applying it needs beside the value'),
    column('carried', 'boolean', 'Whether it comes from an earlier revision'),
  ],
  primaryKey: ['adjustment_id'],
  foreignKeys: [ofAdjustment('adjustment_id')],
};

export const skillGapsTable: Table = {
  name: 'skill_gaps',
  title: 'Skill gaps: what entrants lack, rated or not',
  columns: [
    column('occupation_code', 'text', 'Occupation'),
    column('gap_id', 'text', 'Identifier of the gap'),
    column('label', 'text', 'The gap in words'),
    optional('skill_id', 'text', 'The published skill it is'),
    optional('frequency', 'number', 'Mean over firms: rarely 0, sometimes 1, often 2, almost always 3'),
    optional('day_one_share', 'number', 'Share of firms with an opinion that need it on day one'),
    optional('rank', 'integer', 'Rank within the occupation'),
    optional('n_firms', 'integer', 'Firms that answered; empty while the question is not closed'),
    optional('n_people', 'integer', 'People who answered'),
    optional('n_cannot_say', 'integer', 'Firms that could not say'),
    optional('round', 'integer', 'Round'),
    optional('question', 'text', 'The question as it was asked'),
    optional('status', 'text', 'Status of the adjustment; empty where none was proposed'),
    optional('adjustment_id', 'text', 'The adjustment it led to'),
  ],
  primaryKey: ['occupation_code', 'gap_id'],
  foreignKeys: [ofAdjustment('adjustment_id')],
};

const standing: Column[] = [
  column('origin', 'text', "draft (the dataset's own), workshop (drafted for the workshop), or room"),
  column(
    'presence',
    'text',
    'drafted, added, removed; replaced by a draft of the workshop; proposed while nobody let it stand',
  ),
  optional('validation', 'text', 'validated, contested or undecided, as decided'),
  optional('verdict', 'text', 'What the vote alone gave'),
  ...vote,
  optional('presence_adjustment_id', 'text', 'The adjustment that added or removed it'),
  optional('validation_adjustment_id', 'text', 'The adjustment that validated it'),
];

export const pathwayStepsTable: Table = {
  name: 'pathway_steps',
  title: 'Steps of the pathways, drafted and as the room has them',
  columns: [
    column('occupation_code', 'text', 'Occupation whose pathway it is'),
    column('step_id', 'text', 'Identifier of the step'),
    column('kind', 'text', 'occupation, credential, program or experience'),
    column('label', 'text', 'The step in words'),
    optional('code', 'text', 'Occupation or program code'),
    column('side', 'text', 'into, focus or out'),
    column('level', 'integer', 'Column on the map; the occupation itself is 0'),
    column('row', 'integer', 'Row on the map'),
    optional('adjusted_label', 'text', 'What the room calls it; the drafted label stays'),
    optional('adjusted_level', 'value', 'Where the room has it; the drafted column stays'),
    ...standing,
  ],
  primaryKey: ['occupation_code', 'step_id'],
  foreignKeys: [ofAdjustment('presence_adjustment_id'), ofAdjustment('validation_adjustment_id')],
};

export const pathwayTransitionsTable: Table = {
  name: 'pathway_transitions',
  title: 'Transitions between steps, drafted and as the room has them',
  columns: [
    column('occupation_code', 'text', 'Occupation whose pathway it is'),
    column('transition_id', 'text', 'Identifier of the transition'),
    column('from_step_id', 'text', 'Step it leaves'),
    column('to_step_id', 'text', 'Step it reaches'),
    column('kind', 'text', 'entry, advance, lateral or exit'),
    optional('months', 'integer', 'Typical time in months'),
    optional('adjusted_kind', 'text', 'What the room says of the kind; the drafted one stays'),
    optional('adjusted_months', 'value', 'What the room says of the time; the drafted one stays'),
    ...standing,
  ],
  primaryKey: ['occupation_code', 'transition_id'],
  foreignKeys: [ofAdjustment('presence_adjustment_id'), ofAdjustment('validation_adjustment_id')],
};

export const preferencesTable: Table = {
  name: 'preferences',
  title: 'Preferred programs, sources of talent, recruitment practices',
  columns: [
    column('preference_id', 'text', 'Identifier'),
    column('kind', 'text', 'program, talent or practice'),
    column('label', 'text', 'In words'),
    optional('program_id', 'text', 'The program of the dataset it is'),
    optional('n_firms', 'integer', 'Firms that prefer it; empty while the question is not closed'),
    optional('n_people', 'integer', 'People who prefer it'),
    optional('round', 'integer', 'Round'),
    optional('question', 'text', 'The question as it was asked'),
    optional('status', 'text', 'Status of the adjustment; empty where none was proposed'),
    optional('adjustment_id', 'text', 'The adjustment it led to'),
  ],
  primaryKey: ['preference_id'],
  foreignKeys: [ofAdjustment('adjustment_id')],
};

export const criticalVotesTable: Table = {
  name: 'critical_votes',
  title: 'The ballot on critical occupations',
  columns: [
    column('occupation_code', 'text', "Code; a write-in's own identifier while it is not matched"),
    column('n_votes', 'integer', 'People who chose it'),
    column('n_firms', 'integer', 'Firms that chose it'),
    column('rank', 'integer', 'Rank by firms; equal counts share a rank'),
    column('round', 'integer', 'Round of the ballot'),
  ],
  primaryKey: ['occupation_code', 'round'],
  foreignKeys: [],
};

export const talliesTable: Table = {
  name: 'tallies',
  title: 'Every item that was put to the room, also where nobody answered',
  columns: [
    column('activity', 'text', 'Activity of the guide'),
    column('phase', 'text', 'Phase of the activity'),
    column('round', 'integer', 'Round'),
    column('question', 'text', 'The question as it was asked'),
    column('target', 'text', 'What it was asked of'),
    column('title', 'text', 'The same in words'),
    column('choice', 'text', 'The choice that is counted'),
    optional('value', 'number', 'For what is no count: a median place, a mean'),
    optional('n_firms', 'integer', 'Firms; empty while the question is not closed'),
    optional('n_people', 'integer', 'People'),
    optional('result', 'text', 'On the choice "answered": what the tally gives, in a word'),
    column('status', 'text', 'upcoming, open, closed, revealed or stopped'),
  ],
  primaryKey: ['activity', 'phase', 'round', 'target', 'choice'],
  foreignKeys: [],
};

/** Tables of the life of a dataset: whose adjustments stand, where workshops disagree, and what a new release made of them (A4). */
import { column, optional } from './table.ts';
import type { Table } from './table.ts';

export const workshopsTable: Table = {
  name: 'workshops',
  title: 'Workshops of which something stands in this revision',
  isLater: true,
  columns: [
    column('workshop_id', 'text', 'Identifier of the workshop'),
    column('title', 'text', 'Title'),
    column('sector', 'text', 'Industry of the employers'),
    column('region', 'text', 'Where they hire'),
  ],
  primaryKey: ['workshop_id'],
  foreignKeys: [],
};

export const disagreementsTable: Table = {
  name: 'disagreements',
  title: 'Where workshops say different things of the same: both stand until a person decides',
  isLater: true,
  columns: [
    column('adjustment_id', 'text', 'One of the adjustments that differ'),
    column('kind', 'text', 'figure, category, step or transition'),
    column('target', 'text', 'What it is about'),
    column('title', 'text', 'The same in words'),
    column('measure', 'text', 'Which of its measures'),
    column('workshop_id', 'text', 'Workshop that said it'),
    optional('value', 'value', 'What it says'),
    optional('decided_at', 'text', 'When staff decided'),
    column('leads', 'boolean', 'Whether it is the one the tables show: the one decided last'),
  ],
  primaryKey: ['adjustment_id'],
  foreignKeys: [{ column: 'adjustment_id', table: 'adjustments', reference: 'adjustment_id' }],
};

export const replayTable: Table = {
  name: 'replay',
  title: 'What became of each adjustment when the new release arrived',
  isLater: true,
  columns: [
    column('adjustment_id', 'text', 'The adjustment; one that no longer stands is in no other table'),
    column('kind', 'text', 'figure, critical, category, gap, step, transition or preference'),
    column('target', 'text', 'What it is about'),
    column('title', 'text', 'The same in words'),
    column('measure', 'text', 'Which of its measures'),
    column('workshop_id', 'text', 'Workshop that proposed it'),
    column('outcome', 'text', 'carried, superseded or conflict'),
    column('reason', 'text', 'Why, in a sentence'),
    optional('standing_value', 'value', 'What stood on the earlier release'),
    optional('earlier_observation_id', 'text', 'The figure it stood beside'),
    optional('earlier_published_value', 'value', 'What the earlier release printed'),
    optional('observation_id', 'text', 'The figure it stands beside now'),
    optional('published_value', 'value', 'What the new release prints'),
    optional('published_flag', 'text', 'Why that is missing or bounded'),
    optional('decision', 'text', 'keep, modify or withdraw, where a person settled it'),
    optional('decided_value', 'value', 'What was decided instead'),
    optional('rationale', 'text', 'Why it was settled so'),
    optional('decided_at', 'text', 'When'),
    optional('decided_by_role', 'text', 'In which role'),
  ],
  primaryKey: ['adjustment_id'],
  foreignKeys: [],
};

/** Tables of the published side: what was received, and beside it what the room says (A1). */
import { longCsvColumns } from '../long-format.ts';
import { column, later, optional } from './table.ts';
import type { Column, Table } from './table.ts';

const ofOccupation = { column: 'occupation_code', table: 'occupations', reference: 'occupation_code' };
const ofSource = { column: 'source', table: 'sources', reference: 'source_id' };

export const occupationsTable: Table = {
  name: 'occupations',
  title: 'Occupations, with what the room says of each',
  columns: [
    column('occupation_code', 'text', 'Code, kept as text: 29-1141'),
    column('title', 'text', 'Title of the occupation'),
    optional('code_system', 'text', 'Code system; empty for an occupation the room named beside the dataset'),
    optional('code_level', 'text', 'detailed, or bls_hybrid for a code BLS uses for several'),
    column('aliases', 'list', 'Other titles, with a bar between them'),
    column('in_dataset', 'boolean', 'Whether the dataset release lists it'),
    optional('critical_rank', 'integer', 'Rank among the critical occupations of the region'),
    optional('critical_firms', 'integer', 'Firms that chose it'),
    optional('category', 'text', 'Category the room placed it in'),
    optional('critical_adjustment_id', 'text', 'The adjustment that made it critical'),
    optional('category_adjustment_id', 'text', 'The adjustment that placed it'),
    later(optional('description', 'text', 'What people in it do, as published')),
  ],
  primaryKey: ['occupation_code'],
  foreignKeys: [],
};

const nullableLong = new Set(['value', 'text', 'flag', 'lower_bound', 'source_row', 'source_column']);
const longColumns = longCsvColumns.map(({ name, isText, meaning }): Column => ({
  name,
  type: isText ? 'text' : name === 'source_row' ? 'integer' : 'number',
  nullable: nullableLong.has(name),
  meaning,
}));

export const observationsTable: Table = {
  name: 'observations',
  title: 'Published figures, untouched, with the adjusted value beside',
  columns: [
    column('observation_id', 'text', 'Identifier of the figure'),
    ...longColumns,
    optional('adjusted_value', 'value', 'What the room says instead; the published value stays'),
    optional('adjusted_direction', 'text', 'How the firms find the published value: too_low, too_high'),
    optional('adjustment_id', 'text', 'The adjustment behind it'),
  ],
  primaryKey: ['observation_id'],
  foreignKeys: [ofOccupation, ofSource],
};

export const sourcesTable: Table = {
  name: 'sources',
  title: 'Sources of the published figures',
  columns: [
    column('source_id', 'text', 'Short name of the source'),
    column('title', 'text', 'Title'),
    column('publisher', 'text', 'Who published it'),
    column('release', 'text', "The publisher's name of the release"),
    column('file', 'text', 'File name as received'),
    column('licence', 'text', 'Terms of use'),
    optional('url', 'text', 'Where it was published'),
    optional('retrieved_at', 'text', 'When it was fetched'),
    later(optional('sha256', 'text', 'Hash of the file as received')),
    later(optional('profile', 'text', 'How the file was read')),
  ],
  primaryKey: ['source_id'],
  foreignKeys: [],
};

export const programsTable: Table = {
  name: 'programs',
  title: 'Programs that lead to the occupations',
  columns: [
    column('program_id', 'text', 'Identifier of the program'),
    column('cip_code', 'text', 'CIP 2020 code, kept as text'),
    column('title', 'text', 'Title of the program'),
    column('provider', 'text', 'Who offers it'),
    optional('city', 'text', 'Where'),
    column('credential', 'text', 'What it awards'),
    column('occupation_codes', 'list', 'Occupations it leads to, with a bar between them'),
    optional('completions', 'integer', 'Completions in the period'),
    optional('completions_period', 'text', 'Period of the completions'),
    optional('capacity', 'integer', 'Places a year'),
    column('source', 'text', 'Short name of the source'),
    optional('source_row', 'integer', 'Row in the source file'),
    later(optional('code_system', 'text', 'Code system of the program code')),
    later(optional('provider_id', 'text', 'Number of the provider')),
    later(optional('capacity_period', 'text', 'Period of the capacity')),
  ],
  primaryKey: ['program_id'],
  foreignKeys: [ofSource],
};

export const skillsTable: Table = {
  name: 'skills',
  title: 'Published skills of the occupations',
  columns: [
    column('skill_id', 'text', 'Identifier of the skill'),
    column('occupation_code', 'text', 'Occupation it is of'),
    column('name', 'text', 'Name of the skill'),
    optional('importance', 'number', 'Published importance, 1 to 5'),
    column('source', 'text', 'Short name of the source'),
    optional('source_row', 'integer', 'Row in the source file'),
    later(optional('level', 'number', 'Published level, 0 to 7')),
    later(optional('is_imprecise', 'boolean', 'Whether the publisher advises against relying on the rating')),
  ],
  primaryKey: ['skill_id', 'occupation_code'],
  foreignKeys: [ofOccupation, ofSource],
};

export const pathwaysTable: Table = {
  name: 'pathways',
  title: 'Pathways: one for an occupation',
  columns: [
    column('occupation_code', 'text', 'Occupation it is about'),
    optional('pathway_id', 'text', 'Identifier of the draft; empty where the dataset has none'),
    column('title', 'text', 'Title'),
    column('note', 'text', 'Who drew the draft and from what'),
  ],
  primaryKey: ['occupation_code'],
  foreignKeys: [],
};

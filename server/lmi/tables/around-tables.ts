/** Tables of what stands around the occupations: relations, fields of study, providers, the crosswalk and hiring events. */
import { column, optional } from './table.ts';
import type { Column, Table } from './table.ts';

const ofSource = { column: 'source', table: 'sources', reference: 'source_id' };
const origin: Column[] = [
  column('source', 'text', 'Short name of the source'),
  optional('source_row', 'integer', 'Row in the source file'),
];

export const relatedOccupationsTable: Table = {
  name: 'related_occupations',
  title: 'Occupations that are alike, as published',
  columns: [
    column('occupation_code', 'text', 'Occupation'),
    column('related_code', 'text', 'The occupation it is like'),
    column('related_title', 'text', 'Its title'),
    column('tier', 'text', 'primary_short, primary_long or supplemental'),
    column('rank', 'integer', 'Nearest is 1'),
    ...origin,
  ],
  primaryKey: ['occupation_code', 'related_code'],
  foreignKeys: [ofSource],
  isLater: true,
};

export const fieldsOfStudyTable: Table = {
  name: 'fields_of_study',
  title: 'Fields of study: codes of instructional programs',
  columns: [
    column('cip_code', 'text', 'CIP code, kept as text'),
    column('code_system', 'text', 'Code system with its vintage'),
    column('title', 'text', 'Title'),
    ...origin,
  ],
  primaryKey: ['cip_code'],
  foreignKeys: [ofSource],
  isLater: true,
};

export const providersTable: Table = {
  name: 'providers',
  title: 'Providers of programs',
  columns: [
    column('provider_id', 'text', 'Number the publisher gives it'),
    column('name', 'text', 'Name'),
    optional('city', 'text', 'Where'),
    optional('state', 'text', 'State, abbreviated'),
    optional('url', 'text', 'Its own page'),
    ...origin,
  ],
  primaryKey: ['provider_id'],
  foreignKeys: [ofSource],
  isLater: true,
};

export const crosswalkTable: Table = {
  name: 'crosswalk',
  title: 'Which field of study leads to which occupation: many to many, without weights',
  columns: [
    column('cip_code', 'text', 'CIP code, kept as text'),
    column('occupation_code', 'text', 'SOC 2018 code, kept as text'),
    ...origin,
  ],
  primaryKey: ['cip_code', 'occupation_code'],
  foreignKeys: [ofSource],
  isLater: true,
};

export const hiringEventsTable: Table = {
  name: 'hiring_events',
  title: 'Hiring events, each with a public source and a date',
  columns: [
    column('event_id', 'text', 'Identifier'),
    column('employer', 'text', 'Employer, as the notice names it'),
    column('kind', 'text', 'layoff, closure, hiring, expansion or not_stated'),
    column('announced_at', 'text', 'Day of the notice'),
    optional('effective_at', 'text', 'Day it takes effect'),
    optional('people', 'integer', 'People concerned'),
    column('area', 'text', 'State or region'),
    optional('place', 'text', 'Place'),
    optional('industry', 'text', 'NAICS code'),
    column('occupation_codes', 'list', 'Occupations concerned, with a bar between them'),
    column('replaces', 'integer', 'Earlier notices of the same event that it amends or repeats'),
    column('url', 'text', 'Where anyone can read it'),
    ...origin,
  ],
  primaryKey: ['event_id'],
  foreignKeys: [ofSource],
  isLater: true,
};

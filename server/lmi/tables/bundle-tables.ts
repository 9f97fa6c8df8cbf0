/** Every table of a bundle, in the order they stand in the zip. */
import {
  crosswalkTable,
  fieldsOfStudyTable,
  hiringEventsTable,
  providersTable,
  relatedOccupationsTable,
} from './around-tables.ts';
import {
  observationsTable,
  occupationsTable,
  pathwaysTable,
  programsTable,
  skillsTable,
  sourcesTable,
} from './dataset-tables.ts';
import { disagreementsTable, replayTable, workshopsTable } from './life-tables.ts';
import type { Table } from './table.ts';
import {
  adjustmentsTable,
  criticalVotesTable,
  evidenceTable,
  pathwayStepsTable,
  pathwayTransitionsTable,
  preferencesTable,
  skillGapsTable,
  talliesTable,
} from './workshop-tables.ts';

export const bundleTables: readonly Table[] = [
  occupationsTable,
  observationsTable,
  adjustmentsTable,
  evidenceTable,
  skillGapsTable,
  pathwaysTable,
  pathwayStepsTable,
  pathwayTransitionsTable,
  preferencesTable,
  criticalVotesTable,
  talliesTable,
  sourcesTable,
  programsTable,
  skillsTable,
  relatedOccupationsTable,
  fieldsOfStudyTable,
  providersTable,
  crosswalkTable,
  hiringEventsTable,
  workshopsTable,
  disagreementsTable,
  replayTable,
];

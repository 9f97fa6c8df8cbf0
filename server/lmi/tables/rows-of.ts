import { aroundRows } from './around-rows.ts';
import type { BundleContent } from './bundle-content.ts';
import { observationRows, occupationRows, programRows, skillRows, sourceRows } from './dataset-rows.ts';
import { disagreementRows, replayRows, workshopRows } from './life-rows.ts';
import { pathwayRows, stepRows, transitionRows } from './pathway-rows.ts';
import type { Row } from './table.ts';
import {
  adjustmentRows,
  criticalVoteRows,
  evidenceRows,
  preferenceRows,
  skillGapRows,
  tallyRows,
} from './workshop-rows.ts';

/** The rows of every table of a bundle, by table name. */
export function rowsOf(content: BundleContent): Record<string, Row[]> {
  return {
    occupations: occupationRows(content),
    observations: observationRows(content),
    adjustments: adjustmentRows(content),
    evidence: evidenceRows(content),
    skill_gaps: skillGapRows(content),
    pathways: pathwayRows(content),
    pathway_steps: stepRows(content),
    pathway_transitions: transitionRows(content),
    preferences: preferenceRows(content),
    critical_votes: criticalVoteRows(content),
    tallies: tallyRows(content),
    sources: sourceRows(content),
    programs: programRows(content),
    skills: skillRows(content),
    ...aroundRows(content),
    workshops: workshopRows(content),
    disagreements: disagreementRows(content),
    replay: replayRows(content),
  };
}

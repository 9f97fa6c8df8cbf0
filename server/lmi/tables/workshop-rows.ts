/** Rows of the room's side. */
import { splitTarget } from '../adjustment-target.ts';
import type { Adjustment } from '../adjustment.ts';
import type { BundleContent } from './bundle-content.ts';
import type { Row } from './table.ts';

const all = ({ carried, adjustments }: BundleContent) => [...carried, ...adjustments];

export function adjustmentRows(content: BundleContent): Row[] {
  return all(content).map(({ evidence, ...adjustment }) => ({
    adjustment_id: adjustment.id,
    kind: adjustment.kind,
    target: adjustment.target,
    measure: adjustment.measure,
    published_value: adjustment.publishedValue,
    published_flag: adjustment.publishedFlag,
    proposed_value: adjustment.proposedValue,
    decided_value: adjustment.decidedValue,
    unit: adjustment.unit,
    status: adjustment.status,
    rationale: adjustment.rationale,
    rule: evidence.rule,
    threshold: evidence.threshold,
    quorum: evidence.quorum,
    round: evidence.round,
    n_answers: evidence.nAnswers,
    n_firms: evidence.nFirms,
    n_agree: evidence.nAgree,
    n_disagree: evidence.nDisagree,
    n_cannot_say: evidence.nCannotSay,
    workshop_id: adjustment.workshop,
    decided_at: adjustment.decidedAt,
    decided_by_role: adjustment.decidedByRole,
  }));
}

export function evidenceRows(content: BundleContent): Row[] {
  const carried = new Set(content.carried);
  return all(content).map((adjustment) => ({
    adjustment_id: adjustment.id,
    title: adjustment.title,
    observation_id: adjustment.observation,
    activity: adjustment.evidence.activity,
    question: adjustment.evidence.question,
    below_quorum: adjustment.evidence.belowQuorum,
    remarks: adjustment.evidence.lines,
    detail: adjustment.detail,
    carried: carried.has(adjustment),
  }));
}

export function skillGapRows(content: BundleContent): Row[] {
  const led = ledTo(content, 'gap');
  const asked = content.tallies.gaps.map((gap) => ({
    occupation_code: gap.occupation,
    gap_id: gap.gap,
    label: gap.label,
    skill_id: gap.skill,
    frequency: gap.frequency,
    day_one_share: gap.dayOne,
    rank: gap.rank,
    n_firms: gap.firms,
    n_people: gap.people,
    n_cannot_say: gap.cannotSay,
    round: gap.round,
    question: gap.question,
    ...led(`${gap.occupation}/${gap.gap}`),
  }));
  const seen = new Set(content.tallies.gaps.map(({ occupation, gap }) => `${occupation}/${gap}`));
  return [...asked, ...earlier(content, 'gap', seen).map(earlierGap)];
}

function earlierGap(adjustment: Adjustment): Row {
  const { occupation, id } = splitTarget(adjustment.target);
  const { frequency, dayOne, label } = adjustment.detail;
  return {
    occupation_code: occupation,
    gap_id: id,
    label: typeof label === 'string' ? label : adjustment.title,
    skill_id: null,
    frequency: typeof frequency === 'number' ? frequency : null,
    day_one_share: typeof dayOne === 'number' ? dayOne : null,
    rank: null,
    n_firms: adjustment.evidence.nFirms,
    n_people: adjustment.evidence.nAnswers,
    n_cannot_say: adjustment.evidence.nCannotSay,
    round: adjustment.evidence.round,
    question: adjustment.evidence.question,
    status: adjustment.status,
    adjustment_id: adjustment.id,
  };
}

export function preferenceRows(content: BundleContent): Row[] {
  const led = ledTo(content, 'preference');
  const asked = content.tallies.preferences.map((preference) => ({
    preference_id: preference.id,
    kind: preference.kind,
    label: preference.label,
    program_id: preference.program,
    n_firms: preference.firms,
    n_people: preference.people,
    round: preference.round,
    question: preference.question,
    ...led(preference.id),
  }));
  const seen = new Set(content.tallies.preferences.map(({ id }) => id));
  return [...asked, ...earlier(content, 'preference', seen).map(earlierPreference)];
}

function earlierPreference(adjustment: Adjustment): Row {
  const { kind, label } = adjustment.detail;
  return {
    preference_id: adjustment.target,
    kind: typeof kind === 'string' ? kind : 'program',
    label: typeof label === 'string' ? label : adjustment.title,
    program_id: null,
    n_firms: adjustment.evidence.nAgree,
    n_people: adjustment.evidence.nAnswers,
    round: adjustment.evidence.round,
    question: adjustment.evidence.question,
    status: adjustment.status,
    adjustment_id: adjustment.id,
  };
}

export function criticalVoteRows({ tallies }: BundleContent): Row[] {
  return tallies.critical.map(({ occupation, people, firms, rank, round }) => ({
    occupation_code: occupation,
    n_votes: people,
    n_firms: firms,
    rank,
    round,
  }));
}

export function tallyRows({ tallies }: BundleContent): Row[] {
  return tallies.choices.map(({ firms, people, ...choice }) => ({
    n_firms: firms,
    n_people: people,
    ...choice,
  }));
}

function ledTo(content: BundleContent, kind: Adjustment['kind']): (target: string) => Row {
  const byTarget = new Map(
    all(content)
      .filter((adjustment) => adjustment.kind === kind)
      .map((adjustment) => [adjustment.target, adjustment]),
  );
  return (target) => ({
    status: byTarget.get(target)?.status ?? null,
    adjustment_id: byTarget.get(target)?.id ?? null,
  });
}

/** Adjustments of earlier revisions that this workshop did not ask about again. */
function earlier(content: BundleContent, kind: Adjustment['kind'], seen: ReadonlySet<string>): Adjustment[] {
  return content.carried.filter((adjustment) => adjustment.kind === kind && !seen.has(adjustment.target));
}

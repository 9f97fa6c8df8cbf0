/** One activity of the guide as the proceedings tell it. */
import { PHASES } from '../../../src/lib/protocol/phases.ts';
import type { Activity } from '../../../src/lib/protocol/guide.ts';
import type { ProceedingsQuestion, ProceedingsSection } from '../../lmi/proceedings.ts';
import { phaseOf } from '../phases.ts';
import type { WorkshopState } from '../state.ts';
import { countOf, electorateOf, isBelowQuorum } from '../tally/turnout.ts';
import { askedRounds, isCounted } from './asked-rounds.ts';
import type { AskedRound } from './asked-rounds.ts';
import { rowsOfRound } from './choice-rows.ts';
import { resultTables } from './result-tables.ts';
import { ruleWords } from './rule-words.ts';

/** Welcoming and drawing the map are done, not asked. */
const UNASKED = new Set(['join', 'map']);

/** `state` as `closedOnly` gives it. */
export function sectionOf(
  state: WorkshopState,
  activity: Activity,
  index: number,
  now: number,
): ProceedingsSection {
  const { id, kind, title, purpose, minutes } = activity;
  const asked = askedRounds(state).filter((one) => one.activity === id && !UNASKED.has(one.phase));
  const phases = PHASES[kind].map((phase) => phaseOf(state, { activity: id, phase }));
  const spent = phases.reduce(
    (sum, phase) =>
      sum + phase.spentMs + (phase.status === 'open' && phase.openedAt !== null ? now - phase.openedAt : 0),
    0,
  );
  return {
    activity: id,
    number: index + 1,
    title,
    purpose,
    plannedMinutes: minutes,
    actualMinutes: Math.round(spent / 60_000),
    questions: asked.map((one) => questionOf(state, one)),
    notes: Object.values(state.notes)
      .filter((note) => note.activity === id && !note.decision)
      .map(({ text }) => text),
  };
}

function questionOf(state: WorkshopState, asked: AskedRound): ProceedingsQuestion {
  const { phase, question: prompt, number, round } = asked;
  const status = statusOf(asked);
  const silent = {
    phase,
    prompt,
    status,
    round: number,
    rule: null,
    belowQuorum: false,
    electorate: 0,
    firms: 0,
    people: 0,
    results: [],
  };
  if (status === 'not asked' || status === 'stopped') return silent;
  const rule = round.rule ?? state.setup.rule;
  const base = {
    ...silent,
    rule: ruleWords(phase, rule),
    electorate: electorateOf(state, round).length,
    belowQuorum: isBelowQuorum(state, round),
  };
  if (status === 'open') return base;
  const { firms, people } = countOf(state, round);
  return { ...base, firms, people, results: resultTables(rowsOfRound(state, asked)) };
}

function statusOf(asked: AskedRound): ProceedingsQuestion['status'] {
  if (asked.status === 'stopped') return 'stopped';
  if (isCounted(asked)) return 'answered';
  return asked.status === 'open' ? 'open' : 'not asked';
}

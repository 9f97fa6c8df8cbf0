/** The critical ballot and its tie-break: firms first (V4), people beside; ties at the boundary go to the prioritizing grid. */
import type { Activity } from '../../../src/lib/protocol/guide.ts';
import { optionOf, titleOf } from '../options.ts';
import { phaseOf, roundOf } from '../phases.ts';
import type { RoundState, WorkshopState } from '../state.ts';
import { answersByPerson, byFirm, majority } from './firm-vote.ts';

/** The grid takes at most ten options: 45 pairs. */
const MOST_TIED = 10;

export interface CriticalVote {
  id: string;
  title: string;
  firms: number;
  people: number;
  /** Competition ranking by firms: 1, 2, 2, 4. */
  rank: number;
  /** Stands on the same rank as another across the line of what is kept. */
  tied: boolean;
  kept: boolean;
}

export function criticalVotes(state: WorkshopState, activity: string, round?: RoundState): CriticalVote[] {
  const used = round ?? roundOf(phaseOf(state, { activity, phase: 'choose' }));
  const ballots = new Map(
    [...answersByPerson(state, used, 'critical', 'critical')].map(([person, ballot]) => [
      person,
      new Set(ballot.options.map((id) => optionOf(state, id))),
    ]),
  );
  const options = [...new Set([...ballots.values()].flatMap((chosen) => [...chosen]))];
  const firms = [...byFirm(state, ballots).values()];
  const counted = options.map((id) => ({
    id,
    title: titleOf(state, id),
    firms: firms.filter((ballotsOfFirm) => majority(ballotsOfFirm.map((chosen) => chosen.has(id))) === true)
      .length,
    people: [...ballots.values()].filter((chosen) => chosen.has(id)).length,
  }));
  counted.sort((a, b) => b.firms - a.firms || b.people - a.people || a.title.localeCompare(b.title, 'en'));
  return markKept(counted, keepOf(state, activity));
}

function markKept(counted: Omit<CriticalVote, 'rank' | 'tied' | 'kept'>[], keep: number): CriticalVote[] {
  const boundary = counted[keep - 1]?.firms ?? 0;
  const acrossTheLine = counted[keep]?.firms === boundary && boundary > 0;
  return counted.map((vote, index) => ({
    ...vote,
    rank: counted.filter((other) => other.firms > vote.firms).length + 1,
    tied: acrossTheLine && vote.firms === boundary,
    kept: index < keep && vote.firms > 0,
  }));
}

function keepOf(state: WorkshopState, activity: string): number {
  return state.setup.guide.find((candidate: Activity) => candidate.id === activity)?.choose?.keep ?? 5;
}

/** Options tied across the line, and how many of them can be kept. Empty before the ballot is revealed. */
export function tiedAtTheBoundary(
  state: WorkshopState,
  activity: string,
): { options: string[]; places: number } {
  const phase = phaseOf(state, { activity, phase: 'choose' });
  if (phase.status !== 'revealed') return { options: [], places: 0 };
  const votes = criticalVotes(state, activity);
  const tied = votes.filter((vote) => vote.tied);
  const above = votes.filter((vote) => !vote.tied && vote.kept).length;
  return {
    options: tied.slice(0, MOST_TIED).map((vote) => vote.id),
    places: keepOf(state, activity) - above,
  };
}

export interface GridRow {
  id: string;
  title: string;
  /** Firms' choices of this option over all its pairs. */
  wins: number;
  rank: number;
  kept: boolean;
}

/** The prioritizing grid: each firm's choice in each pair counts one; most choices first. */
export function gridRows(state: WorkshopState, activity: string): GridRow[] {
  const round = roundOf(phaseOf(state, { activity, phase: 'ties' }));
  const ties = round.ties ?? tiedAtTheBoundary(state, activity);
  const wins = new Map(ties.options.map((id) => [id, 0]));
  for (const question of Object.keys(round.answers)) {
    const winners = new Map(
      [...answersByPerson(state, round, question, 'tie')].map(([person, answer]) => [person, answer.winner]),
    );
    for (const choices of byFirm(state, winners).values()) {
      const winner = majority(choices);
      if (winner !== null && wins.has(winner)) wins.set(winner, (wins.get(winner) ?? 0) + 1);
    }
  }
  const rows = ties.options.map((id) => ({ id, title: titleOf(state, id), wins: wins.get(id) ?? 0 }));
  rows.sort((a, b) => b.wins - a.wins || ties.options.indexOf(a.id) - ties.options.indexOf(b.id));
  return rows.map((row, index) => ({
    ...row,
    rank: rows.filter((other) => other.wins > row.wins).length + 1,
    kept: index < ties.places,
  }));
}

/** What the room keeps, in rank order, as the ballot and, where played, the grid say. */
export function criticalList(state: WorkshopState, activity: string, useGrid: boolean): string[] {
  const votes = criticalVotes(state, activity);
  if (!useGrid) return votes.filter((vote) => vote.kept).map((vote) => vote.id);
  const above = votes.filter((vote) => vote.kept && !vote.tied).map((vote) => vote.id);
  return [
    ...above,
    ...gridRows(state, activity)
      .filter((row) => row.kept)
      .map((row) => row.id),
  ];
}

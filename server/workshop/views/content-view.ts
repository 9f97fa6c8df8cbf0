/**
 * What the room sees of the current phase, by an allow-list a kind (R7). `showResults` is the one switch between
 * before and after the reveal (V5): without it no tally is even computed.
 */
import type { Content } from '../../../src/lib/protocol/views/content.ts';
import type { PhaseName } from '../../../src/lib/protocol/guide.ts';
import { COMMITMENTS, CONSENT_TEXT } from '../default-guide.ts';
import { visibleEntries } from '../entries.ts';
import { people } from '../firms.ts';
import { ballotOptions, focusOccupations, titleOf } from '../options.ts';
import { activityOf, currentRound, isStopped, phaseOf } from '../phases.ts';
import type { WorkshopState } from '../state.ts';
import { criticalVotes, gridRows, tiedAtTheBoundary } from '../tally/critical.ts';
import { surveyTally } from '../tally/choices.ts';
import { preferenceEntries } from '../preferences.ts';
import { gapList, gapTallies } from '../tally/gaps.ts';
import { countOf } from '../tally/turnout.ts';
import { categories, placedOccupations } from '../categories.ts';
import { cardView, figureResult } from './card-view.ts';
import { commitmentResults } from './commitment-results.ts';
import { closing } from './closing.ts';
import { categoryTallies } from '../tally/choices.ts';
import { orderResult, pathwayView, stepView, validationResult } from './pathway-view.ts';
import { preferenceResults } from './preference-results.ts';
import { reasonResults } from './reason-results.ts';
import { orderTally, stepsOfSide } from '../tally/order.ts';
import { askedItems, validationTallies } from '../tally/validation.ts';
import { figureTallies } from '../tally/figures.ts';

type Builder = (state: WorkshopState, showResults: boolean, now: number) => Content;
const occupationRefs = (state: WorkshopState): { id: string; title: string }[] =>
  focusOccupations(state).map((id) => ({ id, title: titleOf(state, id) }));
const count = (state: WorkshopState) => countOf(state, currentRound(state));

const BUILDERS: Record<PhaseName, Builder> = {
  join: (state) => ({
    kind: 'welcome',
    consentText: CONSENT_TEXT,
    competitionText: state.setup.competitionText,
    retentionDays: state.setup.retentionDays,
    acknowledged: people(state).filter((person) => person.groundRulesAt !== null).length,
  }),
  mark: (state, showResults) => ({
    kind: 'figures',
    cards: state.setup.shortlist.map((code) => cardView(state, code)).filter((card) => card !== null),
    results: showResults
      ? {
          count: count(state),
          figures: figureTallies(state, currentRound(state)).map((tally) => figureResult(state, tally)),
        }
      : null,
  }),
  nominate: (state, showResults) => ({
    kind: 'nominate',
    shortlist: state.setup.shortlist.map((id) => ({ id, title: titleOf(state, id) })),
    nominations: visibleEntries(state, 'nomination').map((entry) => ({
      id: entry.id,
      option: entry.code ?? entry.id,
      title: titleOf(state, entry.id),
      matched: entry.code !== null,
      inShortlist: entry.code !== null && state.setup.shortlist.includes(entry.code),
    })),
    results: showResults ? { count: count(state) } : null,
  }),
  choose(state, showResults) {
    const { min, max, keep } = activityOf(state, state.current.activity)?.choose ?? {
      min: 3,
      max: 5,
      keep: 5,
    };
    const options = ballotOptions(state).map(({ id, title, matched }) => ({ id, title, matched }));
    return {
      kind: 'choose',
      options,
      min,
      max,
      keep,
      results: showResults
        ? { count: count(state), votes: criticalVotes(state, state.current.activity) }
        : null,
    };
  },
  ties(state, showResults) {
    const ties = currentRound(state).ties ?? tiedAtTheBoundary(state, state.current.activity);
    const options = ties.options.map((id) => ({ id, title: titleOf(state, id) }));
    return {
      kind: 'ties',
      options,
      places: ties.places,
      results: showResults ? { count: count(state), votes: gridRows(state, state.current.activity) } : null,
    };
  },
  group: (state, showResults) => ({
    kind: 'group',
    categories: categories(state).map(({ id, title }) => ({ id, title })),
    placed: placedOccupations(state),
    results: showResults
      ? { count: count(state), suggestions: categoryTallies(state, currentRound(state)) }
      : null,
  }),
  tap: (state, showResults, now) => ({
    kind: 'reason',
    occupations: occupationRefs(state),
    results: showResults ? reasonResults(state, currentRound(state), now) : null,
  }),
  rate: (state, showResults) => ({
    kind: 'gap',
    occupations: occupationRefs(state),
    gaps: gapList(state).map(({ id, occupation, label, known, added }) => ({
      id,
      occupation,
      label,
      known,
      added,
    })),
    results: showResults
      ? {
          count: count(state),
          gaps: gapTallies(state, currentRound(state)).map((tally) => ({
            gap: tally.id,
            label: tally.label,
            occupation: tally.occupation,
            firms: tally.firms,
            cannotSay: tally.cannotSay,
            frequency: tally.frequency,
            dayOne: tally.dayOne,
            rank: tally.rank,
          })),
        }
      : null,
  }),
  order: (state, showResults) => ({
    kind: 'order',
    pathways: occupationRefs(state).map(({ id, title }) => ({
      occupation: id,
      title,
      into: stepsOfSide(state, id, 'into').map((step) => stepView(step, null)),
      out: stepsOfSide(state, id, 'out').map((step) => stepView(step, null)),
    })),
    results: showResults
      ? {
          count: count(state),
          orders: focusOccupations(state).flatMap((id) =>
            (['into', 'out'] as const).map((side) =>
              orderResult(orderTally(state, currentRound(state), id, side)),
            ),
          ),
        }
      : null,
  }),
  map: (state) => ({
    kind: 'map',
    pathways: focusOccupations(state).map((id) => pathwayView(state, id, false)),
    proposals: Object.values(state.proposals).filter((proposal) => proposal.status === 'waiting').length,
    results: null,
  }),
  vote: (state, showResults) => ({
    kind: 'validation',
    pathways: focusOccupations(state).map((id) => pathwayView(state, id, showResults)),
    asked: askedItems(state, currentRound(state)).map(({ pathway, of, target, label }) => ({
      pathway,
      of,
      target,
      label,
    })),
    results: showResults
      ? {
          count: count(state),
          items: validationTallies(state, currentRound(state), phaseOf(state, state.current).round).map(
            validationResult,
          ),
        }
      : null,
  }),
  tell: (state, showResults) => ({
    kind: 'preference',
    entries: preferenceEntries(state).map(({ id, kind, label, detail, added }) => ({
      id,
      kind,
      label,
      detail,
      added,
    })),
    results: showResults ? preferenceResults(state, currentRound(state)) : null,
  }),
  offer: (state, showResults, now) => ({
    kind: 'commitment',
    offers: COMMITMENTS.map(({ id, label }) => ({ id, label })),
    results: showResults
      ? { count: count(state), commitments: commitmentResults(state, currentRound(state), now) }
      : null,
  }),
  survey(state, showResults) {
    const { useful, heard, clear } = surveyTally(state, currentRound(state));
    return {
      kind: 'close',
      ...closing(state),
      results: showResults ? { count: count(state), useful, heard, clear } : null,
    };
  },
};

/** `showResults`: for the room, revealed; for the facilitator, closed. A stopped topic is empty for everyone (C). */
export function contentView(state: WorkshopState, showResults: boolean, now: number): Content {
  if (state.topicStopped || isStopped(state, state.current)) return { kind: 'stopped' };
  return BUILDERS[state.current.phase](state, showResults, now);
}

export const isRevealed = (state: WorkshopState): boolean =>
  phaseOf(state, state.current).status === 'revealed';

/** What each person of a marked room says: every word, number and id with a mark of its own (S7). */
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Answer } from '../../src/lib/protocol/answers.ts';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import type { Consent } from '../../src/lib/protocol/people.ts';
import { categories } from '../../server/workshop/categories.ts';
import { focusOccupations } from '../../server/workshop/options.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import { tiedAtTheBoundary } from '../../server/workshop/tally/critical.ts';
import { gapList } from '../../server/workshop/tally/gaps.ts';
import { stepsOfSide } from '../../server/workshop/tally/order.ts';
import type { Wire } from '../server/wire.ts';

/** Everything a person types somewhere, by what it is. */
export type Mark =
  | 'name'
  | 'organisation'
  | 'jobTitle'
  | 'figureReason'
  | 'nomination'
  | 'comment'
  | 'heldComment'
  | 'gap'
  | 'proposal'
  | 'validationReason'
  | 'preference'
  | 'what'
  | 'measure'
  | 'contact'
  | 'surveyComment';

export interface Marked {
  index: number;
  /** null never said anything about it; `revoked` allowed it and took it back before anything was shown. */
  consent: Consent | null;
  isRevoked: boolean;
  words: Record<Mark, string>;
  estimate: number;
  /** Ids of the person and of what was answered, known only afterwards. */
  ids: string[];
  wires: Wire[];
}

export type Asked = Pick<Extract<Answer, { kind: 'validation' }>, 'pathway' | 'of' | 'target'>;

export function wordsOf(index: number): Record<Mark, string> {
  const of = (mark: string): string => `Zq${mark}${index}qZ`;
  return {
    name: `${of('Given')} ${of('Family')}`,
    organisation: of('Works'),
    jobTitle: of('Job'),
    figureReason: of('Because'),
    nomination: of('Trade'),
    comment: of('Comment'),
    heldComment: `We pay $30 an hour, ${of('Held')}`,
    gap: of('Gap'),
    proposal: of('Step'),
    validationReason: of('Disagrees'),
    preference: of('Program'),
    what: of('Promise'),
    measure: of('Measured'),
    contact: `${of('mail').toLowerCase()}@example.org`,
    surveyComment: of('Survey'),
  };
}

/** All this person says in a phase. */
export function partsOf(
  { consent, index, words, estimate }: Marked,
  state: WorkshopState,
  { activity, phase, asked }: { activity: string; phase: PhaseName; asked: Asked | null },
): RoomCommand[] {
  const round = state.phases[`${activity}:${phase}`]?.round ?? 1;
  const set = (answer: Answer): RoomCommand => ({ type: 'answer.set', activity, round, answer });
  const add = (
    kind: 'nomination' | 'gap' | 'comment' | 'program',
    label: string,
    occupation: string | null,
  ): RoomCommand => ({
    type: 'entry.add',
    activity,
    kind,
    occupation,
    code: null,
    label,
  });
  const [first = '', ...others] = state.setup.shortlist;
  const [critical = first] = state.critical;
  switch (phase) {
    case 'join':
      return [
        { type: 'ground-rules.acknowledge' },
        ...(consent ? [{ type: 'consent.set' as const, consent }] : []),
      ];
    case 'mark':
      return [
        set({
          kind: 'figure',
          occupation: first,
          measure: 'employment',
          mark: 'too_low',
          estimate,
          reason: words.figureReason,
        }),
      ];
    case 'nominate':
      return [add('nomination', words.nomination, null)];
    case 'choose':
      return [set({ kind: 'critical', options: choices(first, others, index) })];
    case 'ties': {
      const [a = '', b = ''] = tiedAtTheBoundary(state, activity).options;
      return [set({ kind: 'tie', a, b, winner: index % 2 === 0 ? a : b })];
    }
    case 'group': {
      const category = categories(state)[index % 2]?.id ?? '';
      return [set({ kind: 'category', occupation: critical, category })];
    }
    case 'tap':
      return [
        set({ kind: 'reason', occupation: critical, reasons: ['turnover'] }),
        add('comment', words.comment, critical),
        add('comment', words.heldComment, critical),
      ];
    case 'rate':
      return [
        add('gap', words.gap, critical),
        set({
          kind: 'gap',
          gap: gapList(state)[0]?.id ?? '',
          frequency: index % 2 === 0 ? 'often' : 'rarely',
          dayOne: true,
        }),
      ];
    case 'order':
      return [
        {
          type: 'map.propose',
          activity,
          pathway: critical,
          change: {
            type: 'step.add',
            kind: 'credential',
            label: words.proposal,
            code: null,
            side: 'into',
            level: -1,
            row: 0,
          },
        },
        ...orders(state, index).map(set),
      ];
    case 'map':
      return [{ type: 'answer.finish', activity, round, finished: true }];
    case 'vote':
      if (!asked) throw new Error('Nothing is asked about the map.');
      return [set({ kind: 'validation', ...asked, opinion: 'disagree', reason: words.validationReason })];
    case 'tell':
      return [
        add('program', words.preference, null),
        set({ kind: 'preference', entry: 'talent-apprenticeship', chosen: index % 2 === 0 }),
      ];
    case 'offer':
      return [
        set({
          kind: 'commitment',
          commitment: 'job_shadow',
          what: words.what,
          measure: words.measure,
          by: null,
          contact: words.contact,
        }),
      ];
    case 'survey':
      return [set({ kind: 'survey', useful: 4, heard: 4, clear: 3, comment: words.surveyComment })];
  }
}

/** So that three are tied for two places, and the room is asked about pairs. */
function choices(first: string, others: readonly string[], index: number): string[] {
  const from = index % 3;
  return [first, ...others.slice(from, from + (from === 2 ? 3 : 2))];
}

/** A pathway with an order to give, which every second person turns round. */
function orders(state: WorkshopState, index: number): Answer[] {
  const occupation = focusOccupations(state).find((each) => stepsOfSide(state, each, 'into').length > 1);
  if (occupation === undefined) return [];
  const steps = stepsOfSide(state, occupation, 'into').map(({ id }) => id);
  return [{ kind: 'order', occupation, side: 'into', steps: index % 2 === 0 ? steps : steps.toReversed() }];
}

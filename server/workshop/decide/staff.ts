/** Staff prepare, open, rule on proposals, publish (A2). */
import type { CommandType } from '../../../src/lib/protocol/commands/index.ts';
import { buildDeck } from '../deck.ts';
import type { WorkshopState } from '../state.ts';
import { happened, refuse } from './handler.ts';
import type { Deciders } from './handler.ts';

type StaffCommand = Extract<
  CommandType,
  | 'workshop.prepare'
  | 'workshop.open'
  | 'workshop.review'
  | 'workshop.publish'
  | `adjustment.${string}`
  | `commitment.${string}`
>;

const LEAST_OCCUPATIONS = 8;

function isReady(state: WorkshopState): boolean {
  const { shortlist, guide } = state.setup;
  return (
    shortlist.length >= LEAST_OCCUPATIONS &&
    guide.length > 0 &&
    guide[0]?.kind === 'welcome' &&
    new Set(guide.map((activity) => activity.id)).size === guide.length
  );
}

export const staffDeciders: Deciders<StaffCommand> = {
  'workshop.prepare'(state, _actor, { setup }, { reference }) {
    const isSame = setup.datasetId === state.setup.datasetId && setup.datasetId !== reference.dataset.id;
    const deck = isSame
      ? null
      : buildDeck(reference.dataset, setup.shortlist, setup.pathways, reference.codeList);
    return happened({ type: 'workshopPrepared', setup, deck });
  },
  'workshop.open': (state, _actor, _command, context) =>
    isReady(state) ? happened({ type: 'workshopOpened', at: context.now }) : refuse('setup_incomplete'),
  'workshop.review': (_state, _actor, _command, context) =>
    happened({ type: 'reviewStarted', at: context.now }),
  'adjustment.decide'(state, _actor, command, context) {
    if (command.adjustments.some((id) => state.adjustments[id] === undefined)) return refuse('not_found');
    if ((command.decision === 'rejected' || command.decision === 'modified') && command.rationale === '')
      return refuse('rationale_needed');
    if (command.decision === 'modified' && (command.value === null || command.value === ''))
      return refuse('value_needed');
    const { adjustments: ids, decision: status, value, rationale, role } = command;
    return happened({
      type: 'adjustmentsDecided',
      ids,
      status,
      value,
      rationale,
      role,
      at: new Date(context.now).toISOString(),
    });
  },
  'workshop.publish': (_state, _actor, command, context) =>
    happened({
      type: 'workshopPublished',
      at: context.now,
      revision: command.revision,
      number: command.number,
    }),
  'commitment.outcome'(state, _actor, command) {
    if (!state.participants[command.participant]) return refuse('not_found');
    return happened({
      type: 'commitmentOutcomeSet',
      participant: command.participant,
      commitment: command.commitment,
      outcome: command.outcome,
    });
  },
};

/** Who is here: joining, devices, consent, ground rules, and the facilitator's corrections. */
import type { CommandType } from '../../../src/lib/protocol/commands/index.ts';
import { firmOf, matchFirm, personOf } from '../firms.ts';
import { happened, refuse, undoable } from './handler.ts';
import type { Deciders } from './handler.ts';

/** Consent holds three months (C3). */
const CONSENT_MS = 92 * 24 * 3600 * 1000;
type PeopleCommand = Extract<
  CommandType,
  | `participant.${string}`
  | `firm.${string}`
  | `profile.${string}`
  | `consent.${string}`
  | `ground-rules.${string}`
>;

export const peopleDeciders: Deciders<PeopleCommand> = {
  'participant.join'(state, _actor, { participant, hash, profile }, context) {
    if (state.participants[participant]) return refuse('duplicate');
    if (state.locked) return refuse('room_locked');
    const firm = matchFirm(state, profile.organisation, `f-${context.commandId}`);
    return happened({
      type: 'participantJoined',
      participant,
      at: context.now,
      profile,
      hash,
      paper: false,
      firm,
    });
  },
  'participant.add'(state, _actor, { profile }, context) {
    const firm = matchFirm(state, profile.organisation, `f-${context.commandId}`);
    return happened({
      type: 'participantJoined',
      participant: `p-${context.commandId}`,
      at: context.now,
      profile,
      hash: null,
      paper: true,
      firm,
    });
  },
  'participant.device'(state, _actor, { participant, hash }) {
    return state.participants[participant]
      ? happened({ type: 'participantDeviceAdded', participant, hash })
      : refuse('not_found');
  },
  'participant.merge'(state, _actor, command, context) {
    const from = personOf(state, command.from);
    const into = personOf(state, command.into);
    if (!from || !into || from.id === into.id) return refuse('not_found');
    const merged = (target: string | null) => ({
      type: 'participantsMerged' as const,
      from: from.id,
      into: target,
    });
    return undoable(
      context,
      `${from.profile.name} and ${into.profile.name} are the same person`,
      [merged(into.id)],
      [merged(null)],
    );
  },
  'participant.role'(state, _actor, command, context) {
    const person = personOf(state, command.participant);
    if (!person) return refuse('not_found');
    const set = (role: 'employer' | 'observer') => ({
      type: 'participantRoleSet' as const,
      participant: person.id,
      role,
    });
    return undoable(
      context,
      `${person.profile.name} takes part as ${command.role}`,
      [set(command.role)],
      [set(person.profile.role)],
    );
  },
  'participant.firm'(state, _actor, command, context) {
    const person = personOf(state, command.participant);
    const known = command.firm === null ? undefined : firmOf(state, command.firm);
    if (
      !person ||
      (command.firm !== null && !known) ||
      (command.firm === null && command.organisation === null)
    )
      return refuse('not_found');
    const firm = known
      ? { id: known.id, name: known.name }
      : { id: `f-${context.commandId}`, name: command.organisation ?? '' };
    const before = state.firms[person.firm] ?? { id: person.firm, name: person.profile.organisation };
    const set = (target: { id: string; name: string }) => ({
      type: 'participantFirmSet' as const,
      participant: person.id,
      firm: { id: target.id, name: target.name },
    });
    return undoable(context, `${person.profile.name} belongs to ${firm.name}`, [set(firm)], [set(before)]);
  },
  'firm.merge'(state, _actor, command, context) {
    const from = firmOf(state, command.from);
    const into = firmOf(state, command.into);
    if (!from || !into || from.id === into.id) return refuse('not_found');
    const merged = (target: string | null) => ({ type: 'firmsMerged' as const, from: from.id, into: target });
    return undoable(
      context,
      `${from.name} and ${into.name} are the same firm`,
      [merged(into.id)],
      [merged(null)],
    );
  },
  'profile.update'(state, actor, command, context) {
    const person = personOf(state, actor.id);
    if (!person) return refuse('not_found');
    const moved = command.profile.organisation !== person.profile.organisation;
    const current = state.firms[person.firm];
    const firm =
      moved || !current
        ? matchFirm(state, command.profile.organisation, `f-${context.commandId}`)
        : { id: current.id, name: current.name };
    return happened({
      type: 'profileUpdated',
      participant: person.id,
      profile: { ...command.profile, role: person.profile.role },
      firm,
    });
  },
  'consent.set'(state, actor, command, context) {
    const person = personOf(state, actor.id);
    return person
      ? happened({
          type: 'consentSet',
          participant: person.id,
          consent: command.consent,
          at: context.now,
          until: context.now + CONSENT_MS,
        })
      : refuse('not_found');
  },
  'ground-rules.acknowledge'(state, actor, _command, context) {
    const person = personOf(state, actor.id);
    return person
      ? happened({ type: 'groundRulesAcknowledged', participant: person.id, at: context.now })
      : refuse('not_found');
  },
};

/** Events about who is here. Merges are pointers, so that they can be taken back. */
import type { EventType } from '../events.ts';
import type { Firm, WorkshopState } from '../state.ts';
import type { Reducers } from './room.ts';

function rememberFirm(state: WorkshopState, firm: Pick<Firm, 'id' | 'name'>): void {
  state.firms[firm.id] ??= { ...firm, mergedInto: null };
}

export const peopleReducers = {
  participantJoined(state, event) {
    rememberFirm(state, event.firm);
    state.participants[event.participant] = {
      id: event.participant,
      profile: event.profile,
      firm: event.firm.id,
      devices: event.hash === null ? [] : [event.hash],
      joinedAt: event.at,
      paper: event.paper,
      consent: null,
      groundRulesAt: event.paper ? event.at : null,
      mergedInto: null,
    };
  },
  participantDeviceAdded(state, event) {
    state.participants[event.participant]?.devices.push(event.hash);
  },
  participantsMerged(state, event) {
    const person = state.participants[event.from];
    if (person) person.mergedInto = event.into;
  },
  participantRoleSet(state, event) {
    const person = state.participants[event.participant];
    if (person) person.profile = { ...person.profile, role: event.role };
  },
  participantFirmSet(state, event) {
    rememberFirm(state, event.firm);
    const person = state.participants[event.participant];
    if (person) person.firm = event.firm.id;
  },
  firmsMerged(state, event) {
    const firm = state.firms[event.from];
    if (firm) firm.mergedInto = event.into;
  },
  profileUpdated(state, event) {
    rememberFirm(state, event.firm);
    const person = state.participants[event.participant];
    if (person) Object.assign(person, { profile: event.profile, firm: event.firm.id });
  },
  consentSet(state, event) {
    const person = state.participants[event.participant];
    if (person) person.consent = { ...event.consent, at: event.at, until: event.until };
  },
  groundRulesAcknowledged(state, event) {
    const person = state.participants[event.participant];
    if (person) person.groundRulesAt ??= event.at;
  },
} satisfies Partial<Reducers<EventType>>;

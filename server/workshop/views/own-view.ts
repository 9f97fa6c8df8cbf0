/** A participant's own part: nothing here is anybody else's (R7). */
import type { HostOwnView, OwnView } from '../../../src/lib/protocol/views/faces.ts';
import { COMMITMENTS } from '../default-guide.ts';
import { isHeld } from '../entries.ts';
import { personOf } from '../firms.ts';
import { currentRound, phaseOf, placeOfPhase } from '../phases.ts';
import type { WorkshopState } from '../state.ts';
import { proposalSummary } from '../proposal-summary.ts';

export function ownView(state: WorkshopState, participantId: string): OwnView {
  const person = personOf(state, participantId);
  if (!person) throw new Error('no such participant');
  const { id, profile, consent, groundRulesAt } = person;
  const isMine = (by: string | null): boolean => by !== null && personOf(state, by)?.id === id;
  const round = currentRound(state);
  return {
    participant: id,
    role: profile.role,
    profile,
    consent: consent && { named: consent.named, quoted: consent.quoted, until: consent.until },
    groundRulesAt,
    finished: round.finished[id] !== undefined,
    answers: Object.values(round.answers)
      .map((answers) => answers[id]?.answer)
      .filter((answer) => answer !== undefined),
    entries: Object.values(state.entries)
      .filter(
        (entry) =>
          isMine(entry.by) && entry.activity === state.current.activity && !entry.withdrawn && !entry.hidden,
      )
      .map((entry) => ({
        id: entry.id,
        kind: entry.kind,
        occupation: entry.occupation,
        label: entry.label,
        held: isHeld(entry),
      })),
    proposals: Object.values(state.proposals)
      .filter((proposal) => isMine(proposal.by))
      .map((proposal) => ({
        id: proposal.id,
        pathway: proposal.pathway,
        summary: proposalSummary(state, proposal),
        status: proposal.status,
      })),
    commitments: commitmentsOf(state, id),
  };
}

function commitmentsOf(state: WorkshopState, id: string): OwnView['commitments'] {
  const place = placeOfPhase(state, 'offer');
  const rounds = place ? phaseOf(state, place).rounds : [];
  return rounds.flatMap((round) =>
    Object.values(round.answers).flatMap((answers) => {
      const answer = answers[id]?.answer;
      return answer?.kind === 'commitment'
        ? [
            {
              commitment: answer.commitment,
              label: COMMITMENTS.find((offer) => offer.id === answer.commitment)?.label ?? answer.commitment,
              what: answer.what,
            },
          ]
        : [];
    }),
  );
}

export function hostOwnView(state: WorkshopState, seatId: string): HostOwnView {
  const seat = state.seats[seatId];
  if (!seat || seat.kind === 'screen') throw new Error('no such seat');
  return { seat: seat.id, kind: seat.kind, name: seat.name };
}

/** The rules' one door: what a command does to a workshop, as events, or why it is refused. Pure; never throws for bad input. */
import type { Command, CommandType } from '../../src/lib/protocol/commands/index.ts';
import { answerDeciders } from './decide/answers.ts';
import { entryDeciders } from './decide/entries.ts';
import { guideDeciders } from './decide/guide.ts';
import type { Deciders } from './decide/handler.ts';
import { mapDeciders } from './decide/map.ts';
import { peopleDeciders } from './decide/people.ts';
import { roomDeciders } from './decide/room.ts';
import { staffDeciders } from './decide/staff.ts';
import { personOf } from './firms.ts';
import { refusalOf } from './permission.ts';
import type { Actor, Context, Decision } from './ports.ts';
import type { WorkshopState } from './state.ts';

const DECIDERS: Deciders<CommandType> = {
  ...answerDeciders,
  ...entryDeciders,
  ...guideDeciders,
  ...mapDeciders,
  ...peopleDeciders,
  ...roomDeciders,
  ...staffDeciders,
};

export function decide(state: WorkshopState, actor: Actor, command: Command, context: Context): Decision {
  const who = asOnePerson(state, actor);
  const refusal = refusalOf(state, who, command);
  if (refusal) return { refusal };
  const decideOne = DECIDERS[command.type] as (
    state: WorkshopState,
    actor: Actor,
    command: Command,
    context: Context,
  ) => Decision;
  return decideOne(state, who, command, context);
}

/** A person merged into another speaks as that one from then on. */
function asOnePerson(state: WorkshopState, actor: Actor): Actor {
  if (actor.role !== 'employer' && actor.role !== 'observer') return actor;
  const person = personOf(state, actor.id);
  return person ? { role: person.profile.role, id: person.id } : actor;
}

/** What people say while a phase is open: a pure function of the stream it is drawn from. */
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import { frequency, mark, reasonId } from '../../src/lib/protocol/answers.ts';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import type { Stream } from '../../server/rehearsal/stream.ts';
import { sampleShortList } from '../../server/sample/occupations.ts';

export interface Asked {
  activity: string;
  phase: PhaseName;
  round: number;
}

/** What the room is asked, one scene after the other, then again from the beginning in another round. */
export const ASKED: readonly Omit<Asked, 'round'>[] = [
  { activity: 'figures', phase: 'mark' },
  { activity: 'critical', phase: 'nominate' },
  { activity: 'pathway', phase: 'map' },
  { activity: 'reason', phase: 'tap' },
  { activity: 'gap', phase: 'rate' },
  // Never revealed: the occupations in question stay the first of the short-list, whoever was quicker.
  { activity: 'critical', phase: 'choose' },
];

const IN_QUESTION = sampleShortList.slice(0, 5);
const WORDS =
  'night shift rota ward clinic site tools licence mentor evening travel paper early steady'.split(' ');

const words = (stream: Stream): string => [1, 2, 3].map(() => stream.pick(WORDS)).join(' ');

/** `mine`: ids of what this person has added in this scene. */
export function phoneSays(stream: Stream, asked: Asked, mine: readonly string[]): RoomCommand {
  const { activity, round } = asked;
  const chance = stream.share();
  if (chance < 0.06)
    return { type: 'consent.set', consent: { named: stream.chance(0.5), quoted: stream.chance(0.5) } };
  if (chance < 0.12) return { type: 'answer.finish', activity, round, finished: stream.chance(0.5) };
  return ofPhase(stream, asked, mine);
}

export function hostSays(stream: Stream, { activity, phase }: Asked): RoomCommand {
  const chance = stream.share();
  if (chance < 0.1) return { type: 'phase.extend', activity, phase, minutes: stream.whole(1, 5) };
  if (chance < 0.4)
    return { type: 'spotlight.set', target: { kind: 'occupation', id: stream.pick(sampleShortList) } };
  return { type: 'note.add', text: `Heard: ${words(stream)}`, decision: stream.chance(0.2) };
}

function ofPhase(stream: Stream, { activity, phase, round }: Asked, mine: readonly string[]): RoomCommand {
  const at = { activity, round };
  const occupation = stream.pick(IN_QUESTION);
  const answer = (given: Extract<RoomCommand, { type: 'answer.set' }>['answer']): RoomCommand => ({
    type: 'answer.set',
    ...at,
    answer: given,
  });
  const entry = (kind: 'nomination' | 'comment' | 'gap', about: string | null): RoomCommand => ({
    type: 'entry.add',
    activity,
    kind,
    occupation: about,
    code: null,
    label: `${words(stream)} ${stream.whole(1, 999)}`,
  });
  switch (phase) {
    case 'nominate':
      if (mine.length > 0 && stream.chance(0.5)) return { type: 'entry.withdraw', entry: stream.pick(mine) };
      return entry('nomination', null);
    case 'map':
      return { type: 'map.propose', activity, pathway: occupation, change: newStep(stream) };
    case 'tap': {
      const reasons = stream.shuffled(reasonId.options).slice(0, stream.whole(0, 4));
      return stream.chance(0.2)
        ? entry('comment', occupation)
        : answer({ kind: 'reason', occupation, reasons });
    }
    case 'rate': {
      if (mine.length === 0 || stream.chance(0.2)) return entry('gap', occupation);
      const rated = { gap: stream.pick(mine), frequency: stream.pick(frequency.options) };
      return answer({ kind: 'gap', ...rated, dayOne: stream.chance(0.5) });
    }
    case 'choose':
      return answer({
        kind: 'critical',
        options: stream.shuffled(sampleShortList).slice(0, stream.whole(3, 5)),
      });
    default: {
      const measure = stream.pick(['employment', 'openings_annual'] as const);
      const marked = { occupation: stream.pick(sampleShortList), measure, mark: stream.pick(mark.options) };
      const estimate = stream.chance(0.3) ? stream.whole(1, 9_000) : null;
      return answer({
        kind: 'figure',
        ...marked,
        estimate,
        reason: stream.chance(0.3) ? words(stream) : null,
      });
    }
  }
}

function newStep(stream: Stream): Extract<RoomCommand, { type: 'map.propose' }>['change'] {
  const [side, level] = stream.chance(0.5) ? (['into', -1] as const) : (['out', 1] as const);
  const kind = stream.pick(['occupation', 'credential', 'program', 'experience'] as const);
  const place = { side, level: level * stream.whole(1, 4), row: stream.whole(0, 6) };
  return { type: 'step.add', kind, label: words(stream), code: null, ...place };
}

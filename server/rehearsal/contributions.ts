/** What an employer adds to the room's lists and proposes for its map. No two bring the same, so that nobody is first by luck. */
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Content, ContentOf } from '../../src/lib/protocol/views/content.ts';
import type { Added, Proposed } from './contribution.ts';
import { mapProposals, stepProposals } from './contributions/map.ts';
import { byId } from './mind.ts';
import type { Mind } from './mind.ts';

/** What a phone finds when a title is typed. */
export type Lookup = (words: string) => { code: string; title: string }[];

const WORDS = [
  'technician',
  'mechanic',
  'therapist',
  'assistant',
  'installer',
  'inspector',
  'operator',
  'aide',
];
const WRITE_INS = [
  'Robotics floor lead',
  'Patient flow coordinator',
  'Building controls specialist',
  'Care navigator',
];
const COMMENTS = [
  'Nobody with experience applies any more.',
  'Half of our best people retire soon.',
  'The licence takes too long to get.',
  'Good people use this as a first rung, and go on.',
  'Evening and weekend shifts put people off.',
];
/** Meant to be held until a facilitator has read it (C2): the only words about money a rehearsal writes. */
const HELD: Readonly<Record<number, string>> = {
  2: 'They leave for 2 dollars an hour more across the road.',
  3: 'We agreed not to hire from each other.',
  4: 'Applicants cannot read a wage statement.',
};
const DOING = ['Reading', 'Explaining', 'Recording', 'Checking', 'Planning'];
const THINGS = [
  'drawings',
  'a care plan',
  'work orders',
  'a roster',
  'safety sheets',
  'a chart',
  'instrument displays',
  'a shift handover',
];
const TOWNS = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel', 'Juniper', 'Linden'];
const BROUGHT = [
  { kind: 'program', label: 'Evening course at the {town} campus' },
  { kind: 'talent', label: 'Career day in {town} County' },
  { kind: 'practice', label: 'A working day with the {town} crew before applying' },
  { kind: 'talent', label: 'The {town} adult school' },
] as const;

export function additionsTo(content: Content, mind: Mind, lookup: Lookup): Added[] {
  switch (content.kind) {
    case 'nominate':
      return nominations(content, mind, lookup);
    case 'reason':
      return comments(content, mind);
    case 'gap':
      return gaps(content, mind);
    case 'preference':
      return mind.chance.chance(0.4) ? [brought(mind)] : [];
    default:
      return [];
  }
}

export function proposalsFor(content: Content, mind: Mind): Proposed[] {
  if (content.kind === 'order') return stepProposals(content, mind);
  return content.kind === 'map' ? mapProposals(content, mind) : [];
}

export function commandsOf(activity: string, added: Added[], proposed: Proposed[]): RoomCommand[] {
  return [
    ...added.map((one) => ({ type: 'entry.add' as const, activity, ...one })),
    ...proposed.map((one) => ({ type: 'map.propose' as const, activity, ...one })),
  ];
}

/** Each looks up a word of their own, and takes the result that falls to them. */
function nominations({ shortlist }: ContentOf<'nominate'>, mind: Mind, lookup: Lookup): Added[] {
  const { number } = mind.person;
  const writeIn = number % 5 === 4 ? WRITE_INS[Math.floor(number / 5)] : undefined;
  const nomination = { kind: 'nomination' as const, occupation: null };
  if (writeIn !== undefined) return [{ ...nomination, code: null, label: writeIn }];
  if (!mind.chance.chance(0.4)) return [];
  const known = new Set(shortlist.map(({ id }) => id));
  const found = new Map(
    WORDS.flatMap((word) => lookup(word))
      .filter(({ code }) => !known.has(code))
      .map((entry) => [entry.code, entry]),
  );
  const mine = byId([...found.values()].map((entry) => ({ ...entry, id: entry.code })))[number - 1];
  return mine ? [{ ...nomination, code: mine.code, label: mine.title }] : [];
}

function comments({ occupations }: ContentOf<'reason'>, mind: Mind): Added[] {
  const [occupation] = mind.chance.shuffled(byId(occupations));
  if (!occupation) return [];
  const comment = { kind: 'comment' as const, occupation: occupation.id, code: null };
  const held = HELD[mind.person.number];
  if (held !== undefined) return [{ ...comment, label: held }];
  return mind.chance.chance(0.5) ? [{ ...comment, label: mind.chance.pick(COMMENTS) }] : [];
}

function gaps({ occupations }: ContentOf<'gap'>, mind: Mind): Added[] {
  const [occupation] = mind.chance.shuffled(byId(occupations));
  if (!occupation || !mind.chance.chance(0.45)) return [];
  const { number } = mind.person;
  const doing = DOING[number % DOING.length] ?? '';
  const thing = THINGS[Math.floor(number / DOING.length) % THINGS.length] ?? '';
  return [{ kind: 'gap', occupation: occupation.id, code: null, label: `${doing} ${thing}` }];
}

function brought(mind: Mind): Added {
  const { number } = mind.person;
  const { kind, label } = BROUGHT[number % BROUGHT.length] ?? BROUGHT[0];
  const town = TOWNS[Math.floor(number / BROUGHT.length) % TOWNS.length] ?? '';
  return { kind, occupation: null, code: null, label: label.replace('{town}', town) };
}

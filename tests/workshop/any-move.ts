/** Any move of anybody in a workshop, for laws that must hold whatever is asked in whatever order. */
import { mark, opinion, reasonId } from '../../src/lib/protocol/answers.ts';
import type { Answer } from '../../src/lib/protocol/answers.ts';
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import { focusOccupations } from '../../server/workshop/options.ts';
import { pathwayMap } from '../../server/workshop/pathway-map.ts';
import { places } from '../../server/workshop/phases.ts';
import type { Actor } from '../../server/workshop/ports.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import { gapList } from '../../server/workshop/tally/gaps.ts';
import { HOST } from './workshop-of.ts';

/** What somebody might do next, from numbers: mostly what makes sense now, sometimes not. */
export function anyMove(
  state: WorkshopState,
  room: Actor[],
  [a, b, c, d]: [number, number, number, number],
): [Actor, Command] {
  const pick = <T>(list: readonly T[], by: number): T => list[by % Math.max(1, list.length)] as T;
  const who = pick(room, a);
  const at = { activity: state.current.activity, phase: state.current.phase };
  const round = state.phases[`${at.activity}:${at.phase}`]?.round ?? 1;
  const focus = focusOccupations(state);
  const occupation = pick([...focus, ...state.setup.shortlist], b);
  const map = pathwayMap(state, pick(focus, b));
  const step = pick(Object.keys(map.steps), c);
  const entry = pick([...Object.keys(state.entries), 'nobody'], c);
  const answer: Answer = pick<Answer>(
    [
      {
        kind: 'figure',
        occupation,
        measure: 'openings_annual',
        mark: pick(mark.options, c),
        estimate: d,
        reason: null,
      },
      { kind: 'critical', options: state.setup.shortlist.slice(c % 6, (c % 6) + 1 + (d % 5)) },
      {
        kind: 'tie',
        a: pick(state.setup.shortlist, c),
        b: pick(state.setup.shortlist, d),
        winner: pick(state.setup.shortlist, c),
      },
      { kind: 'category', occupation, category: pick(['29', '31', '47', entry], d) },
      { kind: 'reason', occupation, reasons: [pick(reasonId.options, d)] },
      { kind: 'gap', gap: pick(gapList(state), c)?.id ?? 'none', frequency: 'often', dayOne: d % 2 === 0 },
      {
        kind: 'order',
        occupation: map.occupation,
        side: 'into',
        steps: Object.keys(map.steps).slice(0, d % 4),
      },
      {
        kind: 'validation',
        pathway: map.occupation,
        of: 'step',
        target: step,
        opinion: pick(opinion.options, d),
        reason: null,
      },
      { kind: 'preference', entry: pick(['talent-referral', entry], d), chosen: d % 2 === 0 },
      { kind: 'survey', useful: 3, heard: 4, clear: 5, comment: null },
    ],
    d,
  );
  const host: Command[] = [
    { type: 'phase.open', ...at },
    { type: 'phase.close', ...at },
    { type: 'phase.reveal', ...at },
    { type: 'phase.reopen', ...at },
    { type: 'phase.round', ...at },
    { type: 'guide.next', ...at },
    { type: 'guide.back', ...at },
    { type: 'guide.go', ...pick(places(state), c) },
    { type: 'room.undo', undo: state.undo.at(-1)?.id ?? 'none' },
    { type: 'entry.merge', entries: [entry], into: pick([...Object.keys(state.entries), 'nobody'], d) },
    { type: 'entry.hide', entry, hidden: d % 2 === 0 },
    { type: 'participant.merge', from: pick(room, c).id, into: pick(room, d).id },
    { type: 'participant.role', participant: pick(room, c).id, role: d % 2 === 0 ? 'observer' : 'employer' },
    { type: 'topic.stop', reason: '' },
    { type: 'topic.resume' },
    { type: 'map.adopt', pathway: map.occupation },
    {
      type: 'map.change',
      pathway: map.occupation,
      change: { type: 'step.place', step, level: (c % 7) - 3, row: d % 4 },
    },
    { type: 'map.change', pathway: map.occupation, change: { type: 'step.remove', step } },
    {
      type: 'map.change',
      pathway: map.occupation,
      change: {
        type: 'transition.add',
        from: step,
        to: pick(Object.keys(map.steps), d),
        kind: 'entry',
        months: null,
      },
    },
    { type: 'category.place', occupation, category: entry },
    {
      type: 'entry.create',
      activity: at.activity,
      kind: 'gap',
      occupation,
      code: null,
      label: `gap ${c % 5}`,
    },
  ];
  if (a % 3 === 0) return [HOST, pick(host, b)];
  if (a % 7 === 0)
    return [
      who,
      {
        type: 'entry.add',
        activity: at.activity,
        kind: pick(['nomination', 'gap', 'comment', 'talent'] as const, c),
        occupation,
        code: null,
        label: `entry ${d % 9}`,
      },
    ];
  return [who, { type: 'answer.set', activity: at.activity, round, answer }];
}

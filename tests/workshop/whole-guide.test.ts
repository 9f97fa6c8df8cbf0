/** The whole default guide through the rules, with the state kept as the replay of its events. */
import { expect, test } from 'vitest';
import { questionOf } from '../../src/lib/protocol/questions.ts';
import {
  consoleView as consoleSchema,
  ownView as ownSchema,
  phoneView as phoneSchema,
  screenView as screenSchema,
} from '../../src/lib/protocol/views/faces.ts';
import { apply } from '../../server/workshop/apply.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import { focusOccupations } from '../../server/workshop/options.ts';
import { consoleView } from '../../server/workshop/views/console-view.ts';
import { ownView } from '../../server/workshop/views/own-view.ts';
import { phoneView } from '../../server/workshop/views/phone-view.ts';
import { screenView } from '../../server/workshop/views/screen-view.ts';
import { gapList } from '../../server/workshop/tally/gaps.ts';
import { stepsOfSide } from '../../server/workshop/tally/order.ts';
import { validationItems } from '../../server/workshop/tally/validation.ts';
import { HOST, quiet, STAFF, Workshop } from './workshop-of.ts';

/** Every view parses by its strict schema: nothing but the allow-list leaves (R7). */
function looksRight(workshop: Workshop): void {
  const live = quiet(workshop.now);
  screenSchema.parse(screenView(workshop.state, live));
  phoneSchema.parse(phoneView(workshop.state, live));
  consoleSchema.parse(consoleView(workshop.state, live));
  for (const id of Object.keys(workshop.state.participants)) ownSchema.parse(ownView(workshop.state, id));
}

test('R7 R2 A2 the whole guide runs, every view keeps to its schema, and the close proposes what the room said', () => {
  const w = new Workshop().open();
  const room = ['Ana', 'Ben', 'Cleo', 'Dov', 'Eve', 'Fay', 'Gus'].map((name) => w.join(name));
  looksRight(w);

  w.openPhase('figures', 'mark');
  const code = w.state.setup.shortlist[0] ?? '';
  for (const [index, actor] of room.entries()) {
    w.answer(actor, {
      kind: 'figure',
      occupation: code,
      measure: 'openings_annual',
      mark: 'too_low',
      estimate: 1000 + index * 100,
      reason: null,
    });
    looksRight(w);
  }
  expect(phoneView(w.state, quiet(w.now)).content).toMatchObject({ kind: 'figures', results: null });
  w.close();
  expect(phoneView(w.state, quiet(w.now)).content).toMatchObject({ results: null });
  expect(consoleView(w.state, quiet(w.now)).content).toMatchObject({
    results: { count: { firms: 7, belowQuorum: true } },
  });
  w.reveal();
  expect(screenView(w.state, quiet(w.now)).content).toMatchObject({
    results: { figures: [{ tooLow: 7, direction: 'too_low', estimate: { median: 1300, firms: 7 } }] },
  });

  w.openPhase('critical', 'nominate');
  w.do(room[0]!, {
    type: 'entry.add',
    activity: 'critical',
    kind: 'nomination',
    occupation: null,
    code: null,
    label: 'Robot whisperer',
  });
  looksRight(w);
  w.openPhase('critical', 'choose');
  const options = w.state.setup.shortlist;
  for (const [index, actor] of room.entries())
    w.answer(actor, { kind: 'critical', options: [options[0]!, options[1]!, options[(index % 3) + 2]!] });
  w.close();
  w.reveal();
  looksRight(w);
  expect(focusOccupations(w.state).slice(0, 2).sort()).toEqual([options[0]!, options[1]!].sort());

  w.openPhase('category', 'group');
  w.do(HOST, {
    type: 'entry.create',
    activity: 'category',
    kind: 'category',
    occupation: null,
    code: null,
    label: 'Hands on',
  });
  const focus = focusOccupations(w.state);
  const category = Object.values(w.state.entries).find((entry) => entry.kind === 'category')!;
  w.answer(room[0]!, { kind: 'category', occupation: focus[0]!, category: category.id });
  w.do(HOST, { type: 'category.place', occupation: focus[0]!, category: category.id });
  w.close();
  w.reveal();
  looksRight(w);

  w.openPhase('reason', 'tap');
  for (const actor of room)
    w.answer(actor, { kind: 'reason', occupation: focus[0]!, reasons: ['hard_to_fill'] });
  w.do(room[1]!, {
    type: 'entry.add',
    activity: 'reason',
    kind: 'comment',
    occupation: focus[0]!,
    code: null,
    label: 'Nobody applies',
  });
  w.close();
  w.reveal();
  looksRight(w);

  w.openPhase('gap', 'rate');
  const gap = gapList(w.state)[0]!;
  for (const actor of room) w.answer(actor, { kind: 'gap', gap: gap.id, frequency: 'often', dayOne: true });
  w.close();
  w.reveal();
  looksRight(w);

  w.openPhase('pathway', 'order');
  const drafted = focus.find((occupation) => stepsOfSide(w.state, occupation, 'into').length > 1)!;
  const steps = stepsOfSide(w.state, drafted, 'into')
    .map((step) => step.id)
    .reverse();
  for (const actor of room) w.answer(actor, { kind: 'order', occupation: drafted, side: 'into', steps });
  w.close();
  w.reveal();
  looksRight(w);
  w.openPhase('pathway', 'map');
  w.do(HOST, { type: 'map.adopt', pathway: drafted });
  expect(stepsOfSide(w.state, drafted, 'into').map((step) => step.id)).toEqual(steps);
  const proposal = w.do(room[2]!, {
    type: 'map.propose',
    activity: 'pathway',
    pathway: drafted,
    change: {
      type: 'step.add',
      kind: 'experience',
      label: 'Summer job',
      code: null,
      side: 'into',
      level: -1,
      row: 3,
    },
  });
  w.do(HOST, { type: 'proposal.settle', proposal, accepted: true });
  looksRight(w);
  w.do(HOST, { type: 'phase.close', ...w.state.current });

  w.openPhase('validation', 'vote');
  for (const item of validationItems(w.state))
    for (const actor of room)
      w.answer(actor, {
        kind: 'validation',
        pathway: item.pathway,
        of: item.of,
        target: item.target,
        opinion: 'agree',
        reason: null,
      });
  w.close();
  w.reveal();
  looksRight(w);

  w.openPhase('preference', 'tell');
  for (const actor of room)
    w.answer(actor, { kind: 'preference', entry: 'talent-apprenticeship', chosen: true });
  w.close();
  w.reveal();
  w.openPhase('commitment', 'offer');
  w.answer(room[0]!, {
    kind: 'commitment',
    commitment: 'job_shadow',
    what: 'Two days',
    measure: '2 students',
    by: '2027-03-01',
    contact: 'ana@example.org',
  });
  w.close();
  w.reveal();
  looksRight(w);
  w.openPhase('close', 'survey');
  for (const actor of room) w.answer(actor, { kind: 'survey', useful: 5, heard: 4, clear: 4, comment: null });
  looksRight(w);
  w.do(HOST, { type: 'workshop.close' });
  looksRight(w);

  const kinds = new Set(Object.values(w.state.adjustments).map((adjustment) => adjustment.kind));
  expect(kinds).toEqual(
    new Set(['figure', 'critical', 'category', 'gap', 'step', 'transition', 'preference']),
  );
  w.do(STAFF, {
    type: 'adjustment.decide',
    adjustments: Object.keys(w.state.adjustments),
    decision: 'accepted',
    value: null,
    rationale: 'As the room said.',
    role: 'Analyst',
  });
  expect(w.state.stage).toBe('review');

  const replayed = w.log.reduce<WorkshopState | null>(apply, null);
  expect(replayed).toEqual(w.state);
  expect(JSON.parse(JSON.stringify(w.state))).toEqual(w.state);
  expect(questionOf({ kind: 'critical', options: ['x'] })).toBe('critical');
});

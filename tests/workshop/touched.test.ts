/** R7 V5: a view that is not built again after an event is the view that would have been built. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import { apply } from '../../server/workshop/apply.ts';
import { decide } from '../../server/workshop/decide.ts';
import { people } from '../../server/workshop/firms.ts';
import { phaseOf, places } from '../../server/workshop/phases.ts';
import type { Place } from '../../server/workshop/phases.ts';
import type { Actor } from '../../server/workshop/ports.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import { consoleView } from '../../server/workshop/views/console-view.ts';
import { ownView } from '../../server/workshop/views/own-view.ts';
import { phoneView } from '../../server/workshop/views/phone-view.ts';
import { screenView } from '../../server/workshop/views/screen-view.ts';
import { touchedBy } from '../../server/workshop/views/touched.ts';
import { anyMove } from './any-move.ts';
import { quiet, reference, Workshop } from './workshop-of.ts';

const sharedViews = (state: WorkshopState, now: number): string =>
  JSON.stringify([consoleView, screenView, phoneView].map((build) => build(state, quiet(now))));
/** Whoever was merged into another sees that one's part. */
const ownViews = (state: WorkshopState, but: string | null): string =>
  JSON.stringify(
    people(state)
      .filter(({ id }) => id !== but)
      .map(({ id }) => ownView(state, id)),
  );

function finishing(state: WorkshopState, room: readonly Actor[], [a, b]: number[]): [Actor, Command] {
  const { activity } = state.current;
  const round = phaseOf(state, state.current).round;
  return [
    room[(a ?? 0) % 4] as Actor,
    { type: 'answer.finish', activity, round, finished: (b ?? 0) % 2 === 0 },
  ];
}

test('V5 R7 an event changes no view but those it is said to touch', () => {
  const four = fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(9999), fc.nat(9999));
  const seen = { ownOnly: 0, sharedAndOwn: 0 };
  fc.assert(
    fc.property(fc.array(four, { minLength: 250, maxLength: 250 }), (numbers) => {
      const w = new Workshop().open();
      const room = ['Ana', 'Ben', 'Cleo', 'Dov'].map((name) => w.join(name));
      const asked = places(w.state).filter(({ phase }) => phase !== 'ties');
      const { activity, phase } = asked[(numbers[0]?.[0] ?? 0) % asked.length] as Place;
      w.openPhase(activity, phase);
      numbers.forEach((four, index) => {
        const [actor, command] =
          index % 4 === 0 ? finishing(w.state, room, four) : anyMove(w.state, room, four);
        const commandId = `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
        const decision = decide(w.state, actor, command, { now: w.now, commandId, reference });
        if ('refusal' in decision) return;
        for (const event of decision.events) {
          const { shared, own } = touchedBy(event);
          if (own === null) {
            apply(w.state, event);
            continue;
          }
          seen[shared ? 'sharedAndOwn' : 'ownOnly'] += 1;
          const before = { shared: sharedViews(w.state, w.now), own: ownViews(w.state, own) };
          apply(w.state, event);
          expect(ownViews(w.state, own)).toBe(before.own);
          if (!shared) expect(sharedViews(w.state, w.now)).toBe(before.shared);
        }
      });
    }),
    { numRuns: 40, seed: 5 },
  );
  console.info(
    `touched: ${seen.ownOnly} events of one's own, ${seen.sharedAndOwn} that are shown to all as well`,
  );
  expect(seen.ownOnly).toBeGreaterThan(40);
  expect(seen.sharedAndOwn).toBeGreaterThan(50);
});

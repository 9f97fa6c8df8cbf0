/** Laws: whatever is asked in whatever order, the rules never throw, what they decide can be applied, and the state is the replay of its events. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  consoleView as consoleSchema,
  ownView as ownSchema,
  phoneView as phoneSchema,
  screenView as screenSchema,
} from '../../src/lib/protocol/views/faces.ts';
import { apply } from '../../server/workshop/apply.ts';
import { decide } from '../../server/workshop/decide.ts';
import type { WorkshopEvent } from '../../server/workshop/events.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import { consoleView } from '../../server/workshop/views/console-view.ts';
import { ownView } from '../../server/workshop/views/own-view.ts';
import { phoneView } from '../../server/workshop/views/phone-view.ts';
import { screenView } from '../../server/workshop/views/screen-view.ts';
import { anyMove } from './any-move.ts';
import { quiet, reference, Workshop } from './workshop-of.ts';

/** All but the deck, which is large and only grows. */
const changing = (state: WorkshopState): string => JSON.stringify({ ...state, deck: null });

test('R6 R7 laws of the rules hold for any sequence of commands', () => {
  const four = fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(9999), fc.nat(9999));
  fc.assert(
    fc.property(fc.array(four, { minLength: 20, maxLength: 120 }), (numbers) => {
      const w = new Workshop().open();
      const room = ['Ana', 'Ben', 'Cleo', 'Dov'].map((name) => w.join(name));
      const log: WorkshopEvent[] = [...w.log];
      numbers.forEach((four, index) => {
        const [actor, command] = anyMove(w.state, room, four);
        const commandId = `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
        const before = changing(w.state);
        const decision = decide(w.state, actor, command, { now: w.now + index * 1000, commandId, reference });
        expect(changing(w.state)).toBe(before);
        if ('refusal' in decision) return;
        for (const event of structuredClone(decision.events)) log.push(structuredClone(event));
        for (const event of decision.events) apply(w.state, event);
      });
      const live = quiet(w.now);
      screenSchema.parse(screenView(w.state, live));
      phoneSchema.parse(phoneView(w.state, live));
      consoleSchema.parse(consoleView(w.state, live));
      for (const { id } of room) ownSchema.parse(ownView(w.state, id));
      expect(log.reduce<WorkshopState | null>(apply, null)).toEqual(w.state);
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** R6: what the registry does not name is refused; every cell of it is in tests/security/authority.test.ts. */
import { expect, test } from 'vitest';
import { internalCommand, roomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import { REGISTRY } from '../../src/lib/protocol/registry.ts';
import { refusalOf } from '../../server/workshop/permission.ts';
import { HOST, Workshop } from './workshop-of.ts';

const declared = [...roomCommand.options, ...internalCommand.options].map(
  (option) => option.shape.type.value,
);

test('R6 every command of the protocol has a permission, and no permission stands for nothing', () => {
  expect(Object.keys(REGISTRY).sort()).toEqual([...declared].sort());
});

test('R6 a command nobody knows is refused, also one named like a property of every object', () => {
  const w = new Workshop().open();
  for (const type of ['toString', '__proto__', 'constructor', 'vote.steal'])
    expect(refusalOf(w.state, HOST, { type } as unknown as Command)).toBe('not_allowed');
});

test('R8 a participant who claims a facilitator role without a seat is refused', () => {
  const w = new Workshop().open();
  const ana = w.join('Ana');
  expect(
    w.refusal(
      { role: 'facilitator', id: ana.id },
      { type: 'phase.open', activity: 'welcome', phase: 'join' },
    ),
  ).toBe('not_allowed');
  w.do(HOST, { type: 'participant.role', participant: ana.id, role: 'observer' });
  expect(refusalOf(w.state, ana, { type: 'answer.finish' } as Command)).toBe('not_allowed');
});

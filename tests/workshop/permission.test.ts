/** R6, R10: every command x role x stage x phase status, generated from the registry; what it does not name is refused. */
import { expect, test } from 'vitest';
import { internalCommand, roomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import { REGISTRY } from '../../src/lib/protocol/registry.ts';
import { role, stage } from '../../src/lib/protocol/roles.ts';
import { refusalOf } from '../../server/workshop/permission.ts';
import type { Actor } from '../../server/workshop/ports.ts';
import { HOST, Workshop } from './workshop-of.ts';

const declared = [...roomCommand.options, ...internalCommand.options].map(
  (option) => option.shape.type.value,
);

test('R6 every command of the protocol has a permission, and no permission stands for nothing', () => {
  expect(Object.keys(REGISTRY).sort()).toEqual([...declared].sort());
});

test('R6 R10 each cell of command x role x stage x phase x status is what the registry says, all else refused', () => {
  const w = new Workshop().open();
  const employer = w.join('Ana');
  const observer = w.join('Obi', 'College', 'observer');
  const actors: Record<string, Actor> = {
    staff: { role: 'staff', id: 'x' },
    door: { role: 'door', id: 'x' },
    screen: { role: 'screen', id: 'x' },
    facilitator: HOST,
    employer,
    observer,
  };
  const phases = [...new Set(Object.values(REGISTRY).flatMap((permission) => permission.phases ?? []))];
  let cells = 0;
  for (const type of declared)
    for (const who of role.options)
      for (const at of stage.options)
        for (const phase of ['join', ...phases] as const)
          for (const status of ['upcoming', 'open', 'closed', 'revealed'] as const) {
            w.state.stage = at;
            w.state.current = { activity: 'here', phase };
            w.state.phases = {
              [`here:${phase}`]: { status, round: 1, rounds: [], openedAt: null, spentMs: 0, extendedMs: 0 },
            };
            const permission = REGISTRY[type];
            const isAllowed =
              permission.roles.includes(who) &&
              permission.stages.includes(at) &&
              (!permission.phases || (permission.phases.includes(phase) && status === 'open'));
            const refusal = refusalOf(w.state, actors[who] as Actor, { type } as Command);
            expect(refusal === null, `${type} ${who} ${at} ${phase} ${status}`).toBe(isAllowed);
            cells += 1;
          }
  expect(cells).toBeGreaterThan(80_000);
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

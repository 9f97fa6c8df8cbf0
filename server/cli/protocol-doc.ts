/** `docs/protocol.md`, written from the schemas themselves; a test holds the file to them. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import { answer } from '../../src/lib/protocol/answers.ts';
import { internalCommand, roomCommand } from '../../src/lib/protocol/commands/index.ts';
import {
  commandReply,
  delta,
  goodbye,
  handshake,
  packed,
  snapshot,
  syncReply,
} from '../../src/lib/protocol/delivery.ts';
import { workshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import { phaseName } from '../../src/lib/protocol/guide.ts';
import { mapChange } from '../../src/lib/protocol/map-change.ts';
import { profile } from '../../src/lib/protocol/people.ts';
import { REFUSALS, refusalCode } from '../../src/lib/protocol/refusals.ts';
import { REGISTRY } from '../../src/lib/protocol/registry.ts';
import { PROTOCOL_VERSION } from '../../src/lib/protocol/version.ts';
import { shapeOf } from './shape-of.ts';
import type { Shape } from './shape-of.ts';

const FILE = resolve(import.meta.dirname, '../../docs/protocol.md');

/** Shapes that stand in many places are written once, under their name. */
const NAMED: Record<string, Shape> = {
  Answer: shape(answer),
  MapChange: shape(mapChange),
  Profile: shape(profile),
  WorkshopSetup: shape(workshopSetup),
  Phase: shape(phaseName),
  RefusalCode: shape(refusalCode),
};

export async function writeProtocolDocument(): Promise<number> {
  await writeFile(FILE, protocolDocument());
  process.stdout.write(`${FILE} is written.\n`);
  return 0;
}

export function protocolDocument(): string {
  return `${[
    '# The live protocol',
    'Written from the schemas in `src/lib/protocol` by `npm run plumbline -- protocol-doc`; a test fails when it is out of date.',
    `Version ${PROTOCOL_VERSION}. Socket.IO on the page's own origin, path \`/socket.io\`, namespace \`/\`, WebSocket first. A socket from another origin is refused before it is one.`,
    '## Coming in',
    `The socket's \`auth\` is \`${named(shape(handshake))}\`: \`room\` is a workshop's id or join code. Who it is comes from the cookie of that face, never from what is sent: \`plumbline_seat_<workshop>\` (phone), \`plumbline_host_<workshop>\` (console), \`plumbline_screen_<workshop>\` (screen); under https each begins with \`__Host-\`.`,
    '## What the server says',
    table(
      ['event', 'payload'],
      [
        ['snapshot', code(named(shape(snapshot)))],
        ['delta', code(named(shape(delta)))],
        ['packed', code(named(shape(packed)))],
        ['goodbye', code(named(shape(goodbye)))],
      ],
    ),
    'Right after coming in, a socket gets its snapshots: `shared`, what everyone of its role sees, and `own`, its private part (the screen has none). Each audience has its own numbers. A delta is a JSON Patch (RFC 6902) on number `seq - 1` of the same epoch; after a gap, or in a new epoch, ask for `sync`. A socket that connects with `packs` gets large deltas and snapshots as `packed` instead: the JSON `[event, payload]`, deflated (RFC 1951), in base64; a `sync` then brings the large ones in `packed`. After a goodbye a client does not come back by itself.',
    '## What a client may say',
    table(
      ['event', 'with', 'answered by'],
      [
        ['command', code('{ id: uuid, command }'), code(named(shape(commandReply)))],
        ['sync', '', code(named(shape(syncReply)))],
        ['beat', '', 'the server’s clock, epoch milliseconds'],
      ],
    ),
    'An acknowledgement `ok` means stored and synced. The same id with the same content gets the stored acknowledgement again, so that sending again is safe; with other content it is refused. What the command changed of the sender’s own part comes with it as `own`, the next delta of that audience, where it is small and nobody else looks on there; it is applied when it comes, before what follows it on the line. A client sends one command after the other and keeps each until it is acknowledged.',
    '## Commands of a room',
    'Role, stage and open phase are checked for each; what is not named here is refused.',
    commandTable(roomCommand),
    '## Commands of pages and of the server itself',
    'They go through the same queue and are never taken from a socket.',
    commandTable(internalCommand),
    ...Object.entries(NAMED).map(([name, each]) => `## ${name}\n\n${variants(each)}`),
    '## Refusals',
    table(
      ['code', 'what a person reads'],
      Object.entries(REFUSALS).map(([name, text]) => [code(name), text]),
    ),
  ].join('\n\n')}\n`;
}

function commandTable(union: z.ZodType): string {
  const rows = (shape(union).oneOf ?? []).map((each) => {
    const type = String(each.properties?.['type']?.const);
    const permission = REGISTRY[type as keyof typeof REGISTRY];
    const { type: _, ...fields } = each.properties ?? {};
    const when = permission.phases
      ? `${permission.stages.join(', ')}; open: ${permission.phases.join(', ')}`
      : permission.stages.join(', ');
    return [
      code(type),
      permission.roles.join(', '),
      when,
      code(named({ type: 'object', properties: fields })),
    ];
  });
  return table(['command', 'roles', 'stages', 'fields'], rows);
}

function variants(of: Shape): string {
  return (of.oneOf ?? [of])
    .map((each) => `- ${code(shapeOf(each, (part) => (part === each ? null : nameOf(part))))}`)
    .join('\n');
}

function named(of: Shape): string {
  return shapeOf(of, nameOf);
}

function nameOf(part: Shape): string | null {
  return Object.keys(NAMED).find((name) => isSame(NAMED[name], part)) ?? null;
}

function isSame(a: Shape | undefined, b: Shape): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function shape(schema: z.ZodType): Shape {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json as Shape;
}

function code(text: string): string {
  return text === '' || text === '{}' ? '' : `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** S5: frames no client of ours would send, each from a seeded stream, so that a run can be repeated. Text and bytes as on the wire. */
import { roomCommand } from '../../../src/lib/protocol/commands/index.ts';
import type { Stream } from '../../../server/rehearsal/stream.ts';

export type Frame = string | Uint8Array<ArrayBuffer>;
type Kind = (stream: Stream) => Frame[];

const TYPES = roomCommand.options.map(({ shape }) => shape.type.value);
const POISONED = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON'];
const EVENTS = [
  'nope',
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'error',
  'newListener',
  'removeListener',
  '',
  'sync',
  'beat',
  'snapshot',
  'delta',
];

const event = (...sent: unknown[]): string => `42${JSON.stringify(sent)}`;
const command = (sent: unknown): string => event('command', sent);

function anything(stream: Stream, depth = 0): unknown {
  const leaf = stream.whole(0, depth > 3 ? 8 : 11);
  switch (leaf) {
    case 0:
      return null;
    case 1:
      return stream.chance(0.5);
    case 2:
      return stream.pick([0, -1, 1e308, -0, 2 ** 53, 0.1 + 0.2, Number.MIN_VALUE]);
    case 3:
      return '';
    case 4:
      return stream.pick(['\u0000', '\ud800', '\u202e', '<script>', '=1+1', '../..', '💥'.repeat(40)]);
    case 5:
      return stream.uuid();
    case 6:
      return stream.pick(TYPES);
    case 7:
      return 'x'.repeat(stream.whole(1, 3_000));
    case 8:
      return stream.whole(-1_000, 1_000);
    case 9:
      return Array.from({ length: stream.whole(0, 5) }, () => anything(stream, depth + 1));
    default:
      return Object.fromEntries(
        Array.from({ length: stream.whole(0, 4) }, () => [
          stream.pick(['id', 'type', 'answer', 'kind', 'label', 'activity', 'round', ...POISONED]),
          anything(stream, depth + 1),
        ]),
      );
  }
}

/** As text, because an object cannot be given a key `__proto__` otherwise. */
function poisoned(stream: Stream): string {
  const key = stream.pick(POISONED);
  const type = stream.pick(TYPES);
  return `42["command",{"id":"${stream.uuid()}","command":{"type":"${type}","${key}":{"isAdmin":true,"role":"staff"}},"${key}":{}}]`;
}

const KINDS: Record<string, Kind> = {
  'wrong types': (stream) => [
    command({ id: stream.uuid(), command: { type: stream.pick(TYPES), ...(anything(stream) as object) } }),
  ],
  'anything for an envelope': (stream) => [command(anything(stream))],
  'too many arguments': (stream) => [
    event('command', ...Array.from({ length: stream.whole(2, 9) }, () => anything(stream))),
  ],
  'unknown events': (stream) => [event(stream.pick(EVENTS), anything(stream))],
  'events that are no names': (stream) => [event(anything(stream), anything(stream))],
  prototypes: (stream) => [poisoned(stream)],
  depth: (stream) => {
    const deep = stream.whole(10, 20_000);
    return [`42["command",${'['.repeat(deep)}${']'.repeat(deep)}]`];
  },
  'a huge list': (stream) => [
    command({
      id: stream.uuid(),
      command: {
        type: 'entry.merge',
        into: 'x',
        entries: Array<number>(stream.whole(1_000, 25_000)).fill(1),
      },
    }),
  ],
  'a huge text': (stream) => [
    command({
      id: stream.uuid(),
      command: { type: 'note.add', text: 'x'.repeat(stream.whole(2_001, 64_000)), decision: true },
    }),
  ],
  'over the limit': (stream) => [command('x'.repeat(stream.whole(65_536, 70_000)))],
  attachments: (stream) => [
    `45${stream.pick([1, 2, 9, 1_000, 99_999_999])}-["command",{"_placeholder":true,"num":${stream.pick(['0', '-1', '1e9', '"0"', 'null'])}}]`,
    ...Array.from({ length: stream.whole(0, 3) }, () => new Uint8Array(stream.whole(0, 2_000)).fill(7)),
  ],
  'bytes from nowhere': (stream) => [new Uint8Array(stream.whole(0, 5_000)).map(() => stream.whole(0, 255))],
  'asking for answers': (stream) => [
    `42${stream.pick(['0', '1', '99999999999999999', '-1', '1.5', 'x'])}["${stream.pick(['sync', 'beat', 'command'])}"]`,
  ],
  'answers nobody asked for': (stream) => [`43${stream.whole(0, 99)}${JSON.stringify([anything(stream)])}`],
  'broken packets': (stream) => [
    stream.pick([
      '',
      '4',
      '42',
      '42[',
      '42{}',
      '42"x"',
      '42[]',
      '44',
      '45',
      '49',
      '9',
      'abc',
      '4'.repeat(1_000),
      '42["command",',
    ]),
  ],
  'other namespaces': (stream) => [
    stream.pick(['40/admin,', '40/__proto__,{}', '42/x,["command",1]', '41', '40{"token":1}', '40']),
  ],
  'the line itself': (stream) => [stream.pick(['0{"sid":"x"}', '1', '2', '2probe', '3', '5', '6', '7'])],
};

export const KIND_NAMES = Object.keys(KINDS);

/** Frames of the next kind, one after the other, so that every kind comes as often. */
export function* generated(stream: Stream): Generator<Frame[], never> {
  for (;;) for (const kind of Object.values(KINDS)) yield kind(stream);
}

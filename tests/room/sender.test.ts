import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import type { Envelope, RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import { memoryOutbox } from '../../src/lib/room/outbox.ts';
import type { Outbox } from '../../src/lib/room/outbox.ts';
import { Sender } from '../../src/lib/room/sender.ts';

const note = (text: string): RoomCommand => ({ type: 'note.add', text, decision: false });
const OK: Ack = { ok: true, seq: 1, warning: null };
const refused = (code: 'too_fast' | 'internal' | 'unavailable' | 'not_open'): Ack => ({
  ok: false,
  code,
  message: '',
});
const WHO = 'w-1/p-1';

let outbox: Outbox;
let sent: Envelope[];
let answers: (Ack | null)[];
let unanswered: number;

function sender(): Sender {
  return new Sender({
    outbox,
    transmit(envelope) {
      sent.push(envelope);
      return Promise.resolve(answers.length > 0 ? (answers.shift() ?? null) : OK);
    },
    unanswered: () => (unanswered += 1),
    changed: () => undefined,
  });
}
const texts = (): string[] =>
  sent.map(({ command }) => (command.type === 'note.add' ? command.text : command.type));

beforeEach(() => {
  vi.useRealTimers();
  outbox = memoryOutbox();
  [sent, answers, unanswered] = [[], [], 0];
});

describe('the outbox of a device', () => {
  test('R1 a command is kept before it is sent, and erased with its acknowledgement', async () => {
    const steps: string[] = [];
    const memory = memoryOutbox();
    outbox = {
      load: (owner) => memory.load(owner),
      put: (owner, entry) => memory.put(owner, entry).then(() => void steps.push('kept')),
      remove: (owner, entry) => memory.remove(owner, entry).then(() => void steps.push('erased')),
    };
    const made = new Sender({
      outbox,
      transmit: () => Promise.resolve(OK).finally(() => steps.push('sent')),
      unanswered: () => undefined,
      changed: () => undefined,
    });
    await made.belongTo(WHO);
    made.up();
    await made.send(note('a'));
    expect(steps).toEqual(['kept', 'sent', 'erased']);
    expect(await memory.load(WHO)).toEqual([]);
  });

  test('R3 what got no answer is sent again under the same id, before what came after it', async () => {
    const made = sender();
    await made.belongTo(WHO);
    answers = [null];
    made.up();
    const both = [made.send(note('a')), made.send(note('b'))];
    await vi.waitFor(() => expect(unanswered).toBe(1));
    made.down();
    made.up();
    expect(await Promise.all(both)).toEqual([OK, OK]);
    expect(texts()).toEqual(['a', 'a', 'b']);
    expect(sent[0]?.id).toBe(sent[1]?.id);
  });

  test('N2 what a closed tab left is sent by the next one of the same person', async () => {
    const first = sender();
    await first.belongTo(WHO);
    void first.send(note('left'));
    await vi.waitFor(async () => expect(await outbox.load(WHO)).toHaveLength(1));
    const second = sender();
    await second.belongTo(WHO);
    second.up();
    await vi.waitFor(async () => expect(await outbox.load(WHO)).toEqual([]));
    expect(texts()).toEqual(['left']);
  });

  test('N2 all that was said without a line is kept for the next tab, not only the first of it', async () => {
    const first = sender();
    await first.belongTo(WHO);
    for (const text of ['a', 'b', 'c']) void first.send(note(text));
    await vi.waitFor(async () => expect(await outbox.load(WHO)).toHaveLength(3));
    const second = sender();
    await second.belongTo(WHO);
    second.up();
    await vi.waitFor(async () => expect(await outbox.load(WHO)).toEqual([]));
    expect(texts()).toEqual(['a', 'b', 'c']);
  });

  test('N2 what is said before the page knows whose it is, is kept as soon as it does', async () => {
    const first = sender();
    void first.send(note('a'));
    void first.send(note('b'));
    await first.belongTo(WHO);
    await vi.waitFor(async () => expect(await outbox.load(WHO)).toHaveLength(2));
    expect((await outbox.load(WHO)).map(({ command }) => command)).toEqual([note('a'), note('b')]);
  });

  test('R2 what a closed tab left goes before what is said while it is being read', async () => {
    const memory = memoryOutbox();
    await memory.put(WHO, { id: '1', command: note('left'), order: Date.now() * 2_000 });
    let read = (): void => undefined;
    const reading = new Promise<void>((done) => (read = done));
    outbox = { ...memory, load: (owner) => reading.then(() => memory.load(owner)) };
    const made = sender();
    made.up();
    const known = made.belongTo(WHO);
    const later = made.send(note('later'));
    await new Promise((turn) => setImmediate(turn));
    read();
    await known;
    await later;
    expect(texts()).toEqual(['left', 'later']);
  });

  test('R2 what a closed tab left stays first when the clock has been set back since', async () => {
    await outbox.put(WHO, { id: '1', command: note('left'), order: Date.now() * 2_000 });
    const made = sender();
    await made.belongTo(WHO);
    void made.send(note('later'));
    await vi.waitFor(async () => expect(await outbox.load(WHO)).toHaveLength(2));
    expect((await outbox.load(WHO)).map(({ command }) => command)).toEqual([note('left'), note('later')]);
  });

  test('another person’s entries on the same device are never sent', async () => {
    const first = sender();
    await first.belongTo(WHO);
    void first.send(note('mine'));
    await vi.waitFor(async () => expect(await outbox.load(WHO)).toHaveLength(1));
    const other = sender();
    await other.belongTo('w-1/p-2');
    other.up();
    await other.send(note('theirs'));
    expect(texts()).toEqual(['theirs']);
  });

  test('too fast is sent again in the same order; a refusal is an answer', async () => {
    const made = sender();
    await made.belongTo(WHO);
    answers = [refused('too_fast'), OK, refused('not_open')];
    made.up();
    expect(await Promise.all([made.send(note('a')), made.send(note('b'))])).toEqual([
      OK,
      refused('not_open'),
    ]);
    expect(texts()).toEqual(['a', 'a', 'b']);
  });

  test('N6 what the server cannot store stays in the outbox, as not sent, until there is another line', async () => {
    const made = sender();
    await made.belongTo(WHO);
    answers = [refused('unavailable')];
    made.up();
    const both = [made.send(note('a')), made.send(note('b'))];
    await vi.waitFor(() => expect(made.pending.map(({ status }) => status)).toEqual(['waiting', 'waiting']));
    expect(await outbox.load(WHO)).toHaveLength(2);
    expect(unanswered).toBe(0);
    made.down();
    made.up();
    expect(await Promise.all(both)).toEqual([OK, OK]);
    expect(texts()).toEqual(['a', 'a', 'b']);
  });

  test('R1 nothing is called saved before the server has said so', async () => {
    const made = sender();
    await made.belongTo(WHO);
    const sentNote = made.send(note('a'));
    expect(made.pending.map(({ status }) => status)).toEqual(['waiting']);
    made.up();
    expect(made.pending.map(({ status }) => status)).toEqual(['sending']);
    await sentNote;
    expect(made.pending.map(({ status }) => status)).toEqual(['saved']);
    made.shown();
    expect(made.pending).toEqual([]);
  });
});

/** Says what is scripted at an even pace: the callers take turns, so that each of them says so many a second. */
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/lib/room/ids.ts';
import type { RoomCommand } from '../../src/lib/protocol/commands/index.ts';
import type { Caller, Said } from './caller.ts';

export interface Voice {
  caller: Caller;
  script: Iterator<RoomCommand, unknown>;
}

export interface Pace {
  perSecond: number;
  seconds: number;
}

export async function sayPaced(voices: readonly Voice[], { perSecond, seconds }: Pace): Promise<Said[]> {
  const many = Math.round(voices.length * perSecond * seconds);
  const everyMs = 1_000 / (voices.length * perSecond);
  const startedAt = performance.now();
  const said: Promise<Said>[] = [];
  for (let turn = 0; turn < many; turn += 1) {
    const wait = startedAt + turn * everyMs - performance.now();
    if (wait > 0) await pause(wait);
    const voice = voices[turn % voices.length];
    if (voice) said.push(sayNext(voice));
  }
  return Promise.all(said);
}

export function sayAtOnce(voices: readonly Voice[]): Promise<Said[]> {
  return Promise.all(voices.map(sayNext));
}

function sayNext({ caller, script }: Voice): Promise<Said> {
  const { value, done } = script.next();
  if (done) throw new Error('A script has come to its end.');
  return caller.say({ id: newId(), command: value });
}

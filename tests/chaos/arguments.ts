import { parseArgs } from 'node:util';
import { isMutant } from './mutants.ts';
import type { Mutant } from './mutants.ts';

export interface ChaosArguments {
  seed: number;
  /** One console, one screen, the rest phones. */
  clients: number;
  commands: number;
  kills: number;
  json: boolean;
  mutant: Mutant | null;
}

/** Throws with one sentence for the terminal. */
export function chaosArguments(args: readonly string[]): ChaosArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      clients: { type: 'string', default: '27' },
      commands: { type: 'string', default: '10000' },
      kills: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
      mutant: { type: 'string' },
    },
  });
  const { mutant = null } = values;
  if (mutant !== null && !isMutant(mutant)) throw new Error(`There is no mutant ${mutant}.`);
  const clients = whole('--clients', values.clients, 3, 40);
  return {
    seed: whole('--seed', values.seed, 0, 2 ** 31 - 1),
    clients,
    commands: whole('--commands', values.commands, clients * 8, 20_000),
    kills: whole('--kills', values.kills, 0, 40),
    json: values.json,
    mutant,
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`${name} takes a whole number from ${least} to ${most}, not “${text}”.`);
}

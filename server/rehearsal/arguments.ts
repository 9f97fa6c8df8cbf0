import { parseArgs } from 'node:util';

/** One sentence for the person at the terminal. */
export class WrongArguments extends Error {}

export interface RehearsalArguments {
  employers: number;
  seed: number;
  out: string;
  dataset: string | null;
  json: boolean;
}

export const LEAST_EMPLOYERS = 5;
export const MOST_EMPLOYERS = 40;
const LARGEST_SEED = 2 ** 31 - 1;

export function rehearsalArguments(args: readonly string[]): RehearsalArguments {
  const { employers, seed, out, dataset, json } = read(args);
  if (out === undefined || out === '')
    throw new WrongArguments('Say where the zip and the inputs go: rehearse --out DIR.');
  return {
    employers: whole('--employers', employers, LEAST_EMPLOYERS, MOST_EMPLOYERS),
    seed: whole('--seed', seed, 0, LARGEST_SEED),
    out,
    dataset: dataset ?? null,
    json,
  };
}

function read(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        employers: { type: 'string', default: '18' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
        dataset: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
    throw new WrongArguments(`${sentence.replace(/\.$/, '')}.`);
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongArguments(`${name} takes a whole number from ${least} to ${most}, not “${text}”.`);
}

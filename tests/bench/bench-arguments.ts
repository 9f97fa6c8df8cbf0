import { parseArgs } from 'node:util';

export const BENCH_PARTS = ['cost', 'ack', 'commit', 'screen', 'rooms', 'growth', 'phone', 'feel'] as const;
export type BenchPart = (typeof BENCH_PARTS)[number];

export interface BenchArguments {
  json: boolean;
  /** Shorter and smaller: to see that it works, not to quote. */
  quick: boolean;
  /** null: every part. */
  only: BenchPart[] | null;
}

export function parsedArguments(args: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  return { json: values.json, quick: values.quick, only: values.only?.split(',').map(asPart) ?? null };
}

function asPart(name: string): BenchPart {
  const part = BENCH_PARTS.find((each) => each === name);
  if (!part) throw new Error(`There is no part “${name}”; there are ${BENCH_PARTS.join(', ')}.`);
  return part;
}

import { parseArgs } from 'node:util';

export interface Options {
  only: string[];
  out: string;
  /** 0: any free port. */
  port: number;
  /** Of the employers' chance. */
  seed: number;
}

export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: 'shots' },
      port: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
    },
  });
  return { only: [...values.only, ...positionals], out: values.out, port: Number(values.port), seed: Number(values.seed) };
}

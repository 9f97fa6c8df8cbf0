/** The code systems a dataset may hold. The vintage is part of the name and is stored with every code. A code is text, always. */
import * as z from 'zod';

export const codeSystem = z.enum(['SOC2018', 'ONET2019', 'NOC2021']);
export type CodeSystem = z.infer<typeof codeSystem>;

export const programSystem = z.enum(['CIP2020']);

export interface CodeSystemMeaning {
  name: string;
  vintage: string;
  publisher: string;
  /** What one code looks like, for a sentence to a person. */
  example: string;
  shape: RegExp;
}

export const codeSystems: Record<CodeSystem, CodeSystemMeaning> = {
  SOC2018: {
    name: 'Standard Occupational Classification',
    vintage: '2018',
    publisher: 'U.S. Bureau of Labor Statistics',
    example: '29-1141',
    shape: /^\d{2}-\d{4}$/,
  },
  ONET2019: {
    name: 'O*NET-SOC',
    vintage: '2019',
    publisher: 'National Center for O*NET Development',
    example: '29-1141.01',
    shape: /^\d{2}-\d{4}\.\d{2}$/,
  },
  NOC2021: {
    name: 'National Occupational Classification',
    vintage: '2021',
    publisher: 'Statistics Canada',
    example: '31301',
    shape: /^\d{5}$/,
  },
};

/** Training, education, experience and responsibilities, 0 to 5: the second digit of a NOC 2021 code. */
export function teerOf(code: string): number | null {
  const digit = codeSystems.NOC2021.shape.test(code) ? Number(code[1]) : Number.NaN;
  return digit <= 5 ? digit : null;
}

/** `.00` of O*NET-SOC is the SOC occupation itself; any other ending is a part of it. */
export function socOfOnet(code: string): string | null {
  return codeSystems.ONET2019.shape.test(code) ? code.slice(0, 7) : null;
}

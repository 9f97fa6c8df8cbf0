/** The code systems a dataset may hold. The vintage is part of the name and is stored with every code. A code is text, always. */
import * as z from 'zod';

export const codeSystem = z.enum(['SOC2018', 'ONET2019', 'NOC2021']);
export type CodeSystem = z.infer<typeof codeSystem>;

export const programSystem = z.enum(['CIP2020']);

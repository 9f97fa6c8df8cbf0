import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import type { Settings } from '../env.ts';
import type { Log } from '../room/ports.ts';
import { loggedError } from './logged-error.ts';

/** One JSON object a line, on stderr: what happened to which workshop, without content (S2). */
export function openLog(level: Settings['logLevel'], to: DestinationStream = pino.destination(2)): Log {
  const formatters = { level: (label: string) => ({ level: label }) };
  const serializers = { err: (error: unknown) => loggedError(error) };
  return pino(
    { name: 'plumbline', level, formatters, serializers, timestamp: pino.stdTimeFunctions.isoTime },
    to,
  );
}

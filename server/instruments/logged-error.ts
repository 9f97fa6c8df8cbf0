/**
 * An error as the log may hold it: what kind, where in the code, and where in the data. The message is kept only where it
 * is a sentence of ours about a file: any other may quote what a person typed (S2, S7).
 */
import { FolderInUse } from '../store/folder-lock.ts';
import { DamagedFile } from '../store/damaged-file.ts';
import { NewerFormat } from '../store/newer-format.ts';
import { SequenceConflict } from '../store/port.ts';
import { StorageFailed } from '../store/storage-failed.ts';

export interface LoggedError {
  type: string;
  code?: string;
  message?: string;
  file?: string;
  offset?: number;
  stack?: string[];
  cause?: LoggedError;
}

const CAUSES = 3;

export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(isOurSentence(error) ? { message: error.message } : {}),
    ...(error instanceof DamagedFile ? { file: error.file, offset: error.offset } : {}),
    stack: framesOf(error),
    ...(error.cause === undefined || depth === CAUSES ? {} : { cause: loggedError(error.cause, depth + 1) }),
  };
}

function isOurSentence(error: Error): boolean {
  return [StorageFailed, FolderInUse, NewerFormat, SequenceConflict].some((kind) => error instanceof kind);
}

/** Without the first lines, which repeat the message, whatever it looks like. */
function framesOf({ stack = '', message }: Error): string[] {
  return stack
    .replace(message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 12);
}

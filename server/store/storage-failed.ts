/** The disk did not do what was asked. What was asked is not stored, and nothing is acknowledged (N6). */
export class StorageFailed extends Error {
  override readonly name = 'StorageFailed';
  /** True when the journal can no longer be trusted to take a record: the process has to stop and start again. */
  readonly isFinal: boolean;
  readonly path: string;

  constructor(path: string, message: string, options: { cause?: unknown; isFinal?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.path = path;
    this.isFinal = options.isFinal ?? false;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space',
  EDQUOT: 'the disk quota is used up. Free some space',
  EROFS: 'the disk is read-only. Make it writable',
  EACCES: 'this user may not do that. Give it the folder',
  EPERM: 'this user may not do that. Give it the folder',
  ENOENT: 'the system takes no folder there. Choose another place',
  ENOTDIR: 'a file is in the way of that folder. Choose another place',
  EIO: 'the disk reported an error. Check it and keep a backup',
  EMFILE: 'too many files are open. Raise the limit (ulimit -n)',
};

/** Puts an error of the file system into a sentence that names the file and says what helps. */
export function storageFailed(
  doing: 'read' | 'written',
  path: string,
  cause: unknown,
  isFinal = false,
): StorageFailed {
  if (cause instanceof StorageFailed) return isFinal && !cause.isFinal ? asFinal(cause) : cause;
  const code = (cause as { code?: unknown } | null)?.code;
  const known = typeof code === 'string' ? REASONS[code] : undefined;
  const why = known ?? (cause instanceof Error ? cause.message : String(cause));
  const then = isFinal ? ', then start Plumbline again.' : ', then try again.';
  return new StorageFailed(path, `${path} could not be ${doing}: ${why}${known === undefined ? '' : then}`, {
    cause,
    isFinal,
  });
}

function asFinal(failure: StorageFailed): StorageFailed {
  return new StorageFailed(failure.path, failure.message, { cause: failure.cause, isFinal: true });
}

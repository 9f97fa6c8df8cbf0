/** Written by a later Plumbline: refused by name, never guessed at. */
export class NewerFormat extends Error {
  override readonly name = 'NewerFormat';
  readonly path: string;

  constructor(path: string, version: number, known: number) {
    super(
      `${path} was written by a newer Plumbline (format ${version}; this one reads up to ${known}). ` +
        'Start the newer version, or restore a backup made by this one.',
    );
    this.path = path;
  }
}

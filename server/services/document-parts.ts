/** A long document in parts that another thread takes in one by one, each within a few milliseconds, and puts together again. */
const MOST_NODES = 3_000;

export interface DocumentPart {
  /** Where the entries stand: names of fields and numbers of items from the top. */
  path: readonly string[];
  entries: [string, unknown][];
}

/** The order of fields is kept. */
export function* partsOf(document: object, path: readonly string[] = []): Generator<DocumentPart, void> {
  let entries: DocumentPart['entries'] = [];
  let nodes = 0;
  for (const [key, value] of Object.entries(document) as [string, unknown][]) {
    const size = nodesIn(value);
    if (size > MOST_NODES && isContainer(value)) {
      yield { path, entries: [...entries, [key, Array.isArray(value) ? [] : {}]] };
      yield* partsOf(value, [...path, key]);
      [entries, nodes] = [[], 0];
      continue;
    }
    if (nodes + size > MOST_NODES) {
      yield { path, entries };
      [entries, nodes] = [[], 0];
    }
    entries.push([key, value]);
    nodes += size;
  }
  if (entries.length > 0) yield { path, entries };
}

/** Puts a part where it stands; the parts come in the order of `partsOf`. */
export function takeIn(document: Record<string, unknown>, { path, entries }: DocumentPart): void {
  let at = document;
  for (const key of path) at = at[key] as Record<string, unknown>;
  for (const [key, value] of entries) at[key] = value;
}

function nodesIn(value: unknown): number {
  if (!isContainer(value)) return 1;
  return Object.values(value).reduce((sum: number, each) => sum + nodesIn(each), 1);
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

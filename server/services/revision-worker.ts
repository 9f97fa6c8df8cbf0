/** The other thread of `revision-thread.ts`. It says one part at a time, and goes on when it is asked for the next. */
import { parentPort } from 'node:worker_threads';
import { dataset as datasetSchema } from '../lmi/dataset.ts';
import { publicEdition } from '../lmi/public/public-edition.ts';
import { revision as revisionSchema } from '../lmi/revision.ts';
import { parseDocument } from '../store/document-text.ts';
import { factsOf } from './revision-facts.ts';
import type { EditionPart, ThreadOrder, ThreadWord } from './revision-thread.ts';
import { sectorOf } from './sector-of.ts';

/** Of occupations and of pathways: what another thread takes in within a few milliseconds. */
const PART = 12;

const parse = (bytes: Uint8Array, kind: string): unknown =>
  parseDocument(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), kind, kind).document;

function* answers({ revision, dataset }: ThreadOrder): Generator<unknown, void> {
  const whole = revisionSchema.parse(parse(revision, 'revisions'));
  if (dataset === null) {
    yield factsOf(whole);
    return;
  }
  const release = datasetSchema.parse(parse(dataset, 'datasets'));
  const { occupations, pathways, edition, preferences } = publicEdition(whole, release, sectorOf(release));
  yield { edition, preferences, occupations: [], pathways: [] } satisfies EditionPart;
  const [codes, mapped] = [[...occupations], [...pathways]];
  for (let at = 0; at < Math.max(codes.length, mapped.length); at += PART)
    yield {
      edition,
      preferences: [],
      occupations: codes.slice(at, at + PART),
      pathways: mapped.slice(at, at + PART),
    } satisfies EditionPart;
}

let telling: Generator<unknown, void> | null = null;
parentPort?.on('message', (order: ThreadOrder | 'next') => {
  const say = (word: ThreadWord): void => parentPort?.postMessage(word);
  try {
    if (order !== 'next') telling = answers(order);
    const told = telling?.next();
    say(told && !told.done ? { kind: 'part', part: told.value } : { kind: 'done' });
  } catch {
    say({ kind: 'failed' });
  }
});

/** The other thread of `revision-thread.ts`. It says one part at a time, and goes on when it is asked for the next. */
import { parentPort } from 'node:worker_threads';
import { dataset as datasetSchema } from '../lmi/dataset.ts';
import { publicEdition } from '../lmi/public/public-edition.ts';
import type { PublicEdition } from '../lmi/public/public-edition.ts';
import { revision as revisionSchema } from '../lmi/revision.ts';
import { parseDocument } from '../store/document-text.ts';
import { partsOf } from './document-parts.ts';
import { inForm } from './export-form.ts';
import { factsOf } from './revision-facts.ts';
import type { EditionPart, ThreadOrder, ThreadWord } from './revision-thread.ts';
import { sectorOf } from './sector-of.ts';

/** Of occupations and of pathways: what another thread takes in within a few milliseconds. */
const PART = 12;

const parse = (bytes: Uint8Array, kind: string): unknown =>
  parseDocument(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), kind, kind).document;

async function* answers(order: ThreadOrder): AsyncGenerator<unknown, void> {
  if (order.kind === 'whole') {
    const schema = order.collection === 'datasets' ? datasetSchema : revisionSchema;
    yield* partsOf(schema.parse(parse(order.document, order.collection)));
    return;
  }
  const whole = revisionSchema.parse(parse(order.revision, 'revisions'));
  if (order.kind === 'facts') {
    yield factsOf(whole);
    return;
  }
  const release = datasetSchema.parse(parse(order.dataset, 'datasets'));
  if (order.kind === 'export') {
    const made = await inForm(whole, release, order.form);
    if (made) yield made;
    return;
  }
  yield* editionParts(publicEdition(whole, release, sectorOf(release)));
}

function* editionParts({
  occupations,
  pathways,
  edition,
  preferences,
}: PublicEdition): Generator<EditionPart> {
  yield { edition, preferences, occupations: [], pathways: [] };
  const [codes, mapped] = [[...occupations], [...pathways]];
  for (let at = 0; at < Math.max(codes.length, mapped.length); at += PART)
    yield {
      edition,
      preferences: [],
      occupations: codes.slice(at, at + PART),
      pathways: mapped.slice(at, at + PART),
    };
}

let telling: AsyncGenerator<unknown, void> | null = null;
parentPort?.on('message', (order: ThreadOrder | 'next') => {
  if (order !== 'next') telling = answers(order);
  void nextWord().then((word) => parentPort?.postMessage(word));
});

async function nextWord(): Promise<ThreadWord> {
  try {
    const told = await telling?.next();
    return told && !told.done ? { kind: 'part', part: told.value } : { kind: 'done' };
  } catch {
    return { kind: 'failed' };
  }
}

/**
 * Counts a rehearsal again from what was sent, and holds what was published against it. Nothing here uses the rules of
 * server/workshop: the same mistake would have to be made twice.
 */
import { readFile } from 'node:fs/promises';
import type { Services } from '../services.ts';
import type { Input } from './inputs.ts';
import { importedAgain } from './recount/again.ts';
import {
  recountCategories,
  recountCommitments,
  recountPreferences,
  recountReasons,
} from './recount/choices.ts';
import { recountCritical } from './recount/critical.ts';
import { recountFigures } from './recount/figures.ts';
import { recountGaps } from './recount/gaps.ts';
import { recountOrders, recountValidation } from './recount/map.ts';
import { recountProceedings } from './recount/proceedings.ts';
import { Published } from './recount/published.ts';
import { recountRulings } from './recount/rulings.ts';
import { secretsIn } from './recount/secrets.ts';
import type { Source } from './recount/source.ts';
import type { Rehearsed } from './rehearse.ts';

/** A sentence for each difference; none when what was published is what was sent. */
export async function recount(rehearsed: Rehearsed, services: Services): Promise<string[]> {
  const { files, transcript, played, reviewed, cast, workshop } = rehearsed;
  const zip = await readFile(files.bundle);
  const published = new Published(zip);
  const all = transcript.all;
  const source: Source = {
    inputs: inputsIn(await readFile(files.inputs, 'utf8')),
    facilitator: all.filter(({ person }) => person === null),
    employers: all.filter(({ person }) => person !== null),
    asked: played.asked,
    published,
  };
  return [
    ...played.screenProblems,
    ...recountFigures(source),
    ...recountCritical(source),
    ...recountCategories(source),
    ...recountReasons(source),
    ...recountGaps(source),
    ...recountOrders(source),
    ...recountValidation(source),
    ...recountPreferences(source),
    ...recountCommitments(source),
    ...recountRulings(published, reviewed),
    ...recountProceedings(source, cast),
    ...secretsIn(published, cast, transcript),
    ...(await importedAgain(zip, services, workshop, reviewed.revision)),
  ];
}

function inputsIn(text: string): Input[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Input)
    .filter(({ ack }) => ack?.ok === true);
}

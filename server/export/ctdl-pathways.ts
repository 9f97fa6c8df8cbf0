/**
 * The pathways of a revision as the Credential Transparency Description Language (CTDL) has them: for each occupation a
 * `ceterms:PathwaySet` with one `ceterms:Pathway` for each end the map leads to, because CTDL gives a pathway one destination.
 * Source of the names: credreg.net/ctdl/terms. What employers validated is the `ceterms:reviewProcess`.
 */
import { byKey } from '../lmi/own.ts';
import type { Revision } from '../lmi/revision.ts';
import { reviewProcess } from './ctdl-review.ts';
import { componentOf, en, idOf } from './ctdl-terms.ts';
import type { CtdlNode } from './ctdl-terms.ts';
import { pathwayEnds } from './pathway-ends.ts';
import type { PathwayEnd } from './pathway-ends.ts';
import { stableUuid } from './stable-uuid.ts';

const CONTEXT = 'https://credreg.net/ctdl/schema/context/json';

export interface CtdlFile {
  /** `49-9021.r2.ctdl.jsonld` */
  name: string;
  document: { '@context': string; '@id': string; '@graph': CtdlNode[] };
}

/** One file for each occupation that has a map with something on it; removed steps and transitions are not in it. */
export function ctdlPathways(revision: Revision): CtdlFile[] {
  return byKey(revision.state.pathways).flatMap(([occupation, pathway]) => {
    const ends = pathwayEnds(pathway);
    if (ends.length === 0) return [];
    const set = idOf(revision.id, occupation, 'set');
    return [
      {
        name: `${fileSafe(occupation)}.r${revision.number}.ctdl.jsonld`,
        document: {
          '@context': CONTEXT,
          '@id': `urn:uuid:${set}`,
          '@graph': [
            pathwaySet(revision, occupation, ends),
            ...ends.map((end) => pathwayNode(revision, occupation, end)),
            ...byKey(pathway.steps)
              .filter(([, { presence }]) => presence !== 'removed')
              .map(([step]) => componentOf(revision, occupation, step, ends)),
          ],
        },
      },
    ];
  });
}

/** A code is a file name as it is; what somebody wrote in is not. */
function fileSafe(occupation: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,40}$/.test(occupation)
    ? occupation
    : `other-${stableUuid(occupation).slice(0, 8)}`;
}

function pathwaySet(revision: Revision, occupation: string, ends: readonly PathwayEnd[]): CtdlNode {
  const pathway = revision.state.pathways[occupation];
  const id = idOf(revision.id, occupation, 'set');
  return {
    '@id': `urn:uuid:${id}`,
    '@type': 'ceterms:PathwaySet',
    'ceterms:ctid': `ce-${id}`,
    'ceterms:name': en(pathway?.title ?? occupation),
    'ceterms:description': en(
      `How people come into this occupation and go on from it, as employers see it; revision ${revision.number} of ${revision.dataset.title}.`,
    ),
    'ceterms:hasPathway': ends.map(({ step }) => `urn:uuid:${idOf(revision.id, occupation, 'to', step)}`),
  };
}

function pathwayNode(revision: Revision, occupation: string, end: PathwayEnd): CtdlNode {
  const id = idOf(revision.id, occupation, 'to', end.step);
  const { base, state, number } = revision;
  const pathway = state.pathways[occupation];
  const label = pathway?.steps[end.step]?.adjusted['label'] ?? pathway?.steps[end.step]?.label ?? end.step;
  const before = base.revision && hadBefore(revision, occupation, end.step) ? base.revision : null;
  return {
    '@id': `urn:uuid:${id}`,
    '@type': 'ceterms:Pathway',
    'ceterms:ctid': `ce-${id}`,
    'ceterms:name': en(`${pathway?.title ?? occupation}: to ${label}`),
    'ceterms:description': en(
      `${end.parts.length} steps that lead to ${label}, on the release “${revision.dataset.release}”.`,
    ),
    'ceterms:inLanguage': ['en'],
    'ceterms:hasPart': end.parts.map((step) => `urn:uuid:${idOf(revision.id, occupation, 'step', step)}`),
    'ceterms:hasDestinationComponent': [`urn:uuid:${idOf(revision.id, occupation, 'step', end.step)}`],
    'ceterms:occupationType': [
      {
        '@type': 'ceterms:CredentialAlignmentObject',
        'ceterms:frameworkName': en('Standard Occupational Classification 2018'),
        'ceterms:codedNotation': occupation,
        'ceterms:targetNodeName': en(state.occupations[occupation]?.title ?? pathway?.title ?? occupation),
      },
    ],
    'ceterms:reviewProcess': [reviewProcess(revision, occupation, end.parts)],
    'ceterms:versionCode': `r${number}`,
    ...(before
      ? { 'ceterms:previousVersion': `urn:uuid:${idOf(before.id, occupation, 'to', end.step)}` }
      : {}),
  };
}

/** Whether the revision before had this end: a version may only be named when there is one. */
function hadBefore({ baseState, replay }: Revision, occupation: string, step: string): boolean {
  const isInBase = baseState.pathways[occupation]?.steps[step] !== undefined;
  return (
    isInBase ||
    (replay?.results.some(({ adjustment }) => adjustment.target === `${occupation}/${step}`) ?? false)
  );
}

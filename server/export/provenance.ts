/**
 * Where a revision comes from, after PROV-O (w3.org/TR/prov-o) as JSON-LD with its context inside: sources, release, workshop or
 * replay, adjustments, revision. The employers are one agent; only who agreed to be named stands beside it (C3).
 */
import type { Adjustment } from '../lmi/adjustment.ts';
import type { Dataset } from '../lmi/dataset.ts';
import { isStanding } from '../lmi/effective.ts';
import type { Revision } from '../lmi/revision.ts';

const PROV = 'http://www.w3.org/ns/prov#';
const link = { '@type': '@id' };
const CONTEXT = {
  prov: PROV,
  dcterms: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  plumbline: 'urn:plumbline:',
  title: 'dcterms:title',
  description: 'dcterms:description',
  wasRevisionOf: { '@id': 'prov:wasRevisionOf', ...link },
  wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', ...link },
  wasGeneratedBy: { '@id': 'prov:wasGeneratedBy', ...link },
  wasAttributedTo: { '@id': 'prov:wasAttributedTo', ...link },
  wasAssociatedWith: { '@id': 'prov:wasAssociatedWith', ...link },
  actedOnBehalfOf: { '@id': 'prov:actedOnBehalfOf', ...link },
  hadPrimarySource: { '@id': 'prov:hadPrimarySource', ...link },
  used: { '@id': 'prov:used', ...link },
  generatedAtTime: { '@id': 'prov:generatedAtTime', '@type': 'xsd:dateTime' },
  startedAtTime: { '@id': 'prov:startedAtTime', '@type': 'xsd:dateTime' },
  endedAtTime: { '@id': 'prov:endedAtTime', '@type': 'xsd:dateTime' },
};

type Node = Record<string, unknown> & { '@id': string; '@type': string };

export function provenance(revision: Revision, { sources }: Pick<Dataset, 'sources'>): object {
  const release = urn('release', revision.dataset.id);
  const standing = [...revision.carried, ...revision.adjustments].filter(isStanding);
  return {
    '@context': CONTEXT,
    '@graph': [
      ...sources.map(({ id, title, publisher, release: vintage, file }): Node => ({
        '@id': urn('source', revision.dataset.id, id),
        '@type': 'prov:Entity',
        title,
        description: [publisher, vintage, file].filter(Boolean).join(', '),
      })),
      {
        '@id': release,
        '@type': 'prov:Entity',
        title: revision.dataset.release,
        hadPrimarySource: sources.map(({ id }) => urn('source', revision.dataset.id, id)),
      },
      ...activities(revision, release),
      ...agents(revision),
      ...standing.map((each) => adjustmentNode(each)),
      revisionNode(revision, release, standing),
    ],
  };
}

function revisionNode(revision: Revision, release: string, standing: readonly Adjustment[]): Node {
  const { id, number, dataset, base, publishedAt, hash } = revision;
  return {
    '@id': urn('revision', id),
    '@type': 'prov:Entity',
    title: `Revision ${number} of ${dataset.title}`,
    description: `SHA-256 ${hash}`,
    generatedAtTime: publishedAt,
    ...(base.revision ? { wasRevisionOf: urn('revision', base.revision.id) } : {}),
    wasDerivedFrom: [release, ...standing.map(({ id: of }) => urn('adjustment', of))],
    wasGeneratedBy: urn('publication', id),
    wasAttributedTo: urn('staff'),
  };
}

function adjustmentNode({ id, title, workshop, decidedAt, evidence }: Adjustment): Node {
  return {
    '@id': urn('adjustment', id),
    '@type': 'prov:Entity',
    title,
    description: `${evidence.question} ${evidence.rule}; round ${evidence.round}`,
    ...(decidedAt === null ? {} : { generatedAtTime: decidedAt }),
    wasGeneratedBy: urn('workshop', workshop),
    wasAttributedTo: urn('employers', workshop),
  };
}

function activities(revision: Revision, release: string): Node[] {
  const { workshop, contributors, proceedings, replay, id, publishedAt, base } = revision;
  const rooms = contributors ?? (workshop ? [workshop] : []);
  return [
    ...rooms.map((room): Node => {
      const times = room.id === workshop?.id ? proceedings?.workshop : undefined;
      return {
        '@id': urn('workshop', room.id),
        '@type': 'prov:Activity',
        title: room.title,
        ...(times?.openedAt ? { startedAtTime: times.openedAt } : {}),
        ...(times?.closedAt ? { endedAtTime: times.closedAt } : {}),
        wasAssociatedWith: [urn('employers', room.id), ...namedIn(revision, room.id)],
      };
    }),
    {
      '@id': urn('publication', id),
      '@type': 'prov:Activity',
      title: replay ? 'Standing adjustments were replayed and settled' : 'Review by staff',
      endedAtTime: publishedAt,
      used: [release, ...(base.revision ? [urn('revision', base.revision.id)] : [])],
      wasAssociatedWith: urn('staff'),
    },
  ];
}

function agents(revision: Revision): Node[] {
  const { workshop, contributors, proceedings, publishedByRole } = revision;
  const rooms = contributors ?? (workshop ? [workshop] : []);
  return [
    { '@id': urn('staff'), '@type': 'prov:Agent', title: `Staff, ${publishedByRole}` },
    ...rooms.map(({ id, title }): Node => ({
      '@id': urn('employers', id),
      '@type': 'prov:Agent',
      title: `The employers in “${title}”`,
      ...(id === workshop?.id && proceedings
        ? { description: `${proceedings.attendance.firms} firms, together` }
        : {}),
    })),
    ...(proceedings?.attendance.named ?? []).map(({ name, organisation }, index): Node => ({
      '@id': urn('person', revision.id, String(index + 1)),
      '@type': 'prov:Person',
      title: `${name}, ${organisation}`,
      actedOnBehalfOf: urn('employers', workshop?.id ?? ''),
    })),
  ];
}

function namedIn({ id, workshop, proceedings }: Revision, room: string): string[] {
  if (room !== workshop?.id) return [];
  return (proceedings?.attendance.named ?? []).map((_, index) => urn('person', id, String(index + 1)));
}

function urn(...parts: string[]): string {
  return `urn:plumbline:${parts.map(encodeURIComponent).join(':')}`;
}

/** The steps of a map as CTDL pathway components, and the small forms of the language. */
import type { StepState, TransitionState } from '../lmi/effective-state.ts';
import { byKey } from '../lmi/own.ts';
import type { StepKind } from '../lmi/pathway.ts';
import type { Revision } from '../lmi/revision.ts';
import type { PathwayEnd } from './pathway-ends.ts';
import { stableUuid } from './stable-uuid.ts';

export type CtdlValue = string | number | CtdlNode | readonly CtdlValue[] | { en: string };
export interface CtdlNode {
  '@type': string;
  [property: string]: CtdlValue;
}

/** A language map. */
export const en = (text: string): { en: string } => ({ en: text });

/** A version of a thing has an identifier of its own: the revision is part of it. */
export function idOf(revision: string, occupation: string, ...part: string[]): string {
  return stableUuid('plumbline', revision, occupation, ...part);
}

/** A program is several courses: CTDL has no component of its own for it, so it is a basic one that says what it is. */
const COMPONENTS: Record<StepKind, string> = {
  occupation: 'ceterms:JobComponent',
  credential: 'ceterms:CredentialComponent',
  program: 'ceterms:BasicComponent',
  experience: 'ceterms:WorkExperienceComponent',
};

export function componentOf(
  revision: Revision,
  occupation: string,
  step: string,
  ends: readonly PathwayEnd[],
): CtdlNode {
  const pathway = revision.state.pathways[occupation];
  const state = pathway?.steps[step] as StepState;
  const uri = (id: string) => `urn:uuid:${idOf(revision.id, occupation, 'step', id)}`;
  const links = byKey(pathway?.transitions ?? {})
    .map(([, transition]) => transition)
    .filter(({ presence, from, to }) => presence !== 'removed' && isOn(pathway?.steps, from, to));
  const next = links.filter(({ from }) => from === step);
  const before = links.filter(({ to }) => to === step);
  const to = (end: PathwayEnd) => `urn:uuid:${idOf(revision.id, occupation, 'to', end.step)}`;
  const isEndOf = ends.filter((end) => end.step === step);
  const id = idOf(revision.id, occupation, 'step', step);
  return {
    '@id': uri(step),
    '@type': COMPONENTS[state.kind],
    'ceterms:ctid': `ce-${id}`,
    'ceterms:name': en(state.adjusted['label'] ?? state.label),
    'ceterms:componentCategory': en(state.kind),
    'ceterms:identifier': [identifier('Plumbline step', step)],
    ...(state.kind === 'occupation' && state.code !== null ? { 'ceterms:codedNotation': state.code } : {}),
    'ceterms:isPartOf': ends.filter(({ parts }) => parts.includes(step)).map(to),
    ...(isEndOf.length > 0 ? { 'ceterms:isDestinationComponentOf': isEndOf.map(to) } : {}),
    ...(next.length > 0 ? { 'ceterms:precedes': next.map((link) => uri(link.to)) } : {}),
    ...(before.length > 0
      ? {
          'ceterms:precededBy': before.map(({ from }) => uri(from)),
          'ceterms:hasCondition': before.map((link) => condition(link, uri(link.from))),
        }
      : {}),
  };
}

function isOn(steps: Readonly<Record<string, StepState>> | undefined, ...ids: string[]): boolean {
  return ids.every((id) => steps?.[id] !== undefined && steps[id].presence !== 'removed');
}

/** How one comes from the step before: kind, typical time, and whether employers validated it. */
function condition(link: TransitionState, from: string): CtdlNode {
  const months = link.adjusted['months'] ?? (link.months === null ? null : String(link.months));
  const kind = link.adjusted['kind'] ?? link.kind;
  return {
    '@type': 'ceterms:ComponentCondition',
    'ceterms:name': en(kind),
    'ceterms:description': en(
      [kind, months === null ? null : `typically ${months} months`, link.validation]
        .filter((part) => part !== null)
        .join(', '),
    ),
    'ceterms:requiredNumber': 1,
    'ceterms:targetComponent': [from],
  };
}

function identifier(type: string, code: string): CtdlNode {
  return {
    '@type': 'ceterms:IdentifierValue',
    'ceterms:identifierTypeName': en(type),
    'ceterms:identifierValueCode': code,
  };
}

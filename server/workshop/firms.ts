/** Firms: one counts once, however many people it sends and however they write its name (V4). */
import { distance } from 'fastest-levenshtein';
import type { Firm, Participant, WorkshopState } from './state.ts';

const LEGAL_FORMS = new Set([
  'inc',
  'incorporated',
  'llc',
  'llp',
  'ltd',
  'limited',
  'co',
  'company',
  'corp',
  'corporation',
  'plc',
  'lp',
  'gmbh',
  'sa',
  'the',
  'group',
  'holdings',
]);

/** "The Ajax Plumbing Co., Inc." and "ajax plumbing" are the same firm. */
export function normalFirmName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const kept = words.filter((word) => !LEGAL_FORMS.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

const normalNames = new WeakMap<Firm, { name: string; normal: string }>();

/** Of a firm that is looked at again and again: its name is brought into its normal form once. */
function normalNameOf(firm: Firm): string {
  const known = normalNames.get(firm);
  if (known?.name === firm.name) return known.normal;
  const normal = normalFirmName(firm.name);
  normalNames.set(firm, { name: firm.name, normal });
  return normal;
}

/** Follows merges to the firm that counts. */
export function firmOf(state: WorkshopState, id: string): Firm | undefined {
  let firm = state.firms[id];
  while (firm?.mergedInto) firm = state.firms[firm.mergedInto];
  return firm;
}

/** Follows merges to the participant that counts. */
export function personOf(state: WorkshopState, id: string): Participant | undefined {
  let person = state.participants[id];
  while (person?.mergedInto) person = state.participants[person.mergedInto];
  return person;
}

export const people = (state: WorkshopState): Participant[] =>
  Object.values(state.participants).filter((person) => person.mergedInto === null);
export const employers = (state: WorkshopState): Participant[] =>
  people(state).filter((person) => person.profile.role === 'employer');

/** Firms with at least one employer in the room: the electorate. In the order they came. */
export function firmsPresent(state: WorkshopState): string[] {
  const present = new Set<string>();
  for (const person of employers(state)) {
    const firm = firmOf(state, person.firm);
    if (firm) present.add(firm.id);
  }
  return [...present];
}

/** The firm of this name that is already here, else a new one of this id. */
export function matchFirm(
  state: WorkshopState,
  organisation: string,
  newId: string,
): { id: string; name: string } {
  const wanted = normalFirmName(organisation);
  const known = Object.values(state.firms).find((firm) => normalNameOf(firm) === wanted);
  const firm = known && firmOf(state, known.id);
  return firm ? { id: firm.id, name: firm.name } : { id: newId, name: organisation };
}

/** What was found for the firms of one workshop, as long as they are the same ones under the same names. */
const found = new WeakMap<WorkshopState['firms'], { of: string; similar: ReadonlyMap<string, string> }>();

/**
 * Of each firm another one that may be the same under another spelling; the facilitator decides. Asked at every change of a room, and
 * worked out when a firm comes, goes or is renamed (B1).
 */
export function similarFirms({ firms }: WorkshopState): ReadonlyMap<string, string> {
  const unmerged = Object.values(firms).filter(({ mergedInto }) => mergedInto === null);
  const of = JSON.stringify(unmerged.map(({ id, name }) => [id, name]));
  const known = found.get(firms);
  if (known?.of === of) return known.similar;
  const similar = new Map(
    unmerged.flatMap((firm) => {
      const name = normalNameOf(firm);
      const other = unmerged.find((each) => each.id !== firm.id && looksAlike(name, normalNameOf(each)));
      return other ? [[firm.id, other.id] as const] : [];
    }),
  );
  found.set(firms, { of, similar });
  return similar;
}

function looksAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) >= 5 && (a.startsWith(`${b} `) || b.startsWith(`${a} `))) return true;
  const most = Math.max(1, Math.floor(Math.min(a.length, b.length) / 6));
  return Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}

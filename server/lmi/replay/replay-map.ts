/** A step or transition the room drew, changed or judged, on the draft that a new release brings. */
import { detailText, standingValue } from '../adjustment-effect.ts';
import { splitTarget } from '../adjustment-target.ts';
import type { Adjustment } from '../adjustment.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { DraftPathway, Step, Transition } from '../pathway.ts';
import { carried, conflict, superseded } from './replayed.ts';
import type { Replayed } from './replayed.ts';

export function replayMap(
  adjustment: Adjustment,
  from: DraftPathway | null,
  to: DraftPathway | null,
): Replayed {
  if (canonicalJson(from) === canonicalJson(to))
    return carried(adjustment, adjustment, 'The draft pathway is the same.');
  const before = itemOf(from, adjustment);
  const after = itemOf(to, adjustment);
  const lost = lostEnd(adjustment, from, to);
  if (lost !== null)
    return conflict(
      adjustment,
      null,
      `The new draft pathway no longer has “${lost}”, where it leads from or to.`,
    );
  if (canonicalJson(before) === canonicalJson(after)) {
    const same = before
      ? 'It is the same in the new draft pathway.'
      : 'It is not in the new draft pathway either.';
    return carried(adjustment, adjustment, same);
  }
  return adjustment.measure === 'presence'
    ? replayPresence(adjustment, after)
    : replayOnChanged(adjustment, before, after);
}

function replayPresence(adjustment: Adjustment, after: Step | Transition | null): Replayed {
  const isRemoved = standingValue(adjustment) === 'removed';
  if (isRemoved && after === null)
    return superseded(adjustment, 'The new draft pathway no longer has what the room took off.');
  if (!isRemoved && after !== null)
    return superseded(adjustment, 'The new draft pathway has what the room added.');
  return conflict(
    adjustment,
    adjustment,
    isRemoved
      ? 'The room took it off; the new draft pathway has it in another form.'
      : 'The room kept it; the new draft pathway no longer has it.',
  );
}

function replayOnChanged(
  adjustment: Adjustment,
  before: Step | Transition | null,
  after: Step | Transition | null,
): Replayed {
  if (after === null)
    return conflict(adjustment, null, 'The new draft pathway no longer has what it stood on.');
  if (adjustment.measure === 'validation')
    return conflict(
      adjustment,
      adjustment,
      'The employers judged it as it was; the new draft pathway has it in another form.',
    );
  const [was, is] = [fieldOf(before, adjustment.measure), fieldOf(after, adjustment.measure)];
  const on: Adjustment = { ...adjustment, publishedValue: is };
  if (is === standingValue(adjustment))
    return superseded(adjustment, `The new draft pathway now says ${words(is)}, as the room did.`);
  if (is === was) return carried(adjustment, on, `The draft pathway still says ${words(is)}.`);
  return conflict(
    adjustment,
    on,
    `The draft pathway said ${words(was)} and now says ${words(is)}; the room said ${words(standingValue(adjustment))}.`,
  );
}

/** The label of a drafted step at one end of an added transition that the new draft does not have. */
function lostEnd(adjustment: Adjustment, from: DraftPathway | null, to: DraftPathway | null): string | null {
  if (adjustment.kind !== 'transition' || standingValue(adjustment) === 'removed') return null;
  const ends = [detailText(adjustment, 'from'), detailText(adjustment, 'to')];
  const lost = from?.steps.find(({ id }) => ends.includes(id) && !to?.steps.some((step) => step.id === id));
  return lost?.label ?? null;
}

function itemOf(draft: DraftPathway | null, { kind, target }: Adjustment): Step | Transition | null {
  const { id } = splitTarget(target);
  const items: readonly (Step | Transition)[] = (kind === 'step' ? draft?.steps : draft?.transitions) ?? [];
  return items.find((item) => item.id === id) ?? null;
}

/** What the draft says of it, as the text an adjustment would hold. */
function fieldOf(item: Step | Transition | null, measure: string): string | null {
  const found = Object.entries(item ?? {}).find(([name]) => name === measure);
  const value: unknown = found?.[1];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

function words(value: string | null): string {
  return value === null ? 'nothing' : `“${value}”`;
}

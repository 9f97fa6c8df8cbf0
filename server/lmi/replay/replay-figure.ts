/** A figure the employers corrected, on the figure that a new release prints in its place. */
import { standingValue } from '../adjustment-effect.ts';
import type { Adjustment } from '../adjustment.ts';
import type { Dataset, Observation } from '../dataset.ts';
import { exactNumber } from '../exact-number.ts';
import { formatAmount, formatFigure } from '../figures.ts';
import { agreesWith } from './agrees-with.ts';
import { carried, conflict, superseded } from './replayed.ts';
import type { Replayed } from './replayed.ts';
import { isSameValue, successorOf } from './same-figure.ts';

export function replayFigure(adjustment: Adjustment, from: Dataset, to: Dataset): Replayed {
  const before = from.observations.find(({ id }) => id === adjustment.observation);
  if (!before) {
    return conflict(adjustment, null, 'The earlier release no longer holds the figure it stood on.');
  }
  const next = successorOf(before, from, to);
  if (next === null) {
    return conflict(
      adjustment,
      null,
      `The new release has no such figure; it was ${formatFigure(before)} (${before.period}).`,
    );
  }
  const on = standingOn(adjustment, next.figure);
  if (!next.isSamePublisher) {
    return conflict(
      adjustment,
      on,
      `The new release takes this figure from another publisher: ${moved(before, next.figure)}`,
    );
  }
  if (isSameValue(before, next.figure)) {
    return carried(adjustment, on, `The published figure is still ${formatFigure(before)}.`);
  }
  return replayOnMoved(adjustment, on, before, next.figure);
}

function replayOnMoved(
  adjustment: Adjustment,
  on: Adjustment,
  before: Observation,
  after: Observation,
): Replayed {
  const value = standingValue(adjustment);
  const what = moved(before, after);
  const said = saidOf(value, after);
  if (value !== null && agreesWith(after, value)) {
    return superseded(adjustment, `${what} That agrees with what the employers said${said}.`);
  }
  if (after.flag !== null) return conflict(adjustment, on, `${what} It can no longer be compared.`);
  const verdict = isTowards(value, before, after)
    ? 'That is the direction the employers said; whether it is enough, a person decides.'
    : `The employers said${said}.`;
  return conflict(adjustment, on, `${what} ${verdict}`);
}

function moved(before: Observation, after: Observation): string {
  return `It was ${formatFigure(before)} (${before.period}) and is now ${formatFigure(after)} (${after.period}).`;
}

const directions: Readonly<Record<string, string>> = {
  too_low: 'too low',
  too_high: 'too high',
  about_right: 'about right',
  no_majority: 'no majority for a direction',
};

function saidOf(value: string | null, { unit, text }: Observation): string {
  if (value === null) return ' nothing that can be compared';
  const number = Number(value);
  const words =
    directions[value] ?? (text === null && Number.isFinite(number) ? formatAmount(number, unit) : value);
  return `: ${words}`;
}

/** Whether the figure went where the employers pointed, without a number of theirs to compare it with. */
function isTowards(value: string | null, before: Observation, after: Observation): boolean {
  if (before.value === null || after.value === null) return false;
  return (
    (value === 'too_low' && after.value > before.value) ||
    (value === 'too_high' && after.value < before.value)
  );
}

function standingOn(adjustment: Adjustment, figure: Observation): Adjustment {
  const { id, text, value, lowerBound, flag } = figure;
  const number = value ?? lowerBound;
  const published = text ?? (number === null ? null : exactNumber(number));
  return { ...adjustment, observation: id, publishedValue: published, publishedFlag: flag };
}

/** What the room said of an occupation, a skill or a program as a whole, where the new release may no longer have it. */
import { detailText, standingValue } from '../adjustment-effect.ts';
import { splitTarget } from '../adjustment-target.ts';
import type { Adjustment } from '../adjustment.ts';
import type { Dataset } from '../dataset.ts';
import { carried, conflict } from './replayed.ts';
import type { Replayed } from './replayed.ts';

/** Critical status and rank, category, skill gap: they stand on the occupation. */
export function replayOccupation(adjustment: Adjustment, from: Dataset, to: Dataset): Replayed {
  const { occupation } = splitTarget(adjustment.target);
  const has = (release: Dataset): boolean => release.occupations.some(({ code }) => code === occupation);
  if (!has(to) && has(from)) {
    return conflict(adjustment, adjustment, `The new release no longer has the occupation ${occupation}.`);
  }
  if (adjustment.kind === 'gap') return replayGap(adjustment, occupation, from, to);
  return carried(
    adjustment,
    adjustment,
    has(to) ? 'The occupation is in the new release.' : 'It never stood on a published occupation.',
  );
}

function replayGap(adjustment: Adjustment, occupation: string, from: Dataset, to: Dataset): Replayed {
  const skill = detailText(adjustment, 'skill');
  const has = (release: Dataset): boolean =>
    release.skills.some((each) => each.occupation === occupation && each.id === skill);
  if (skill !== null && has(from) && !has(to)) {
    const reason =
      'The new release no longer lists this skill for the occupation; employers still said it is lacking.';
    return carried(adjustment, adjustment, reason);
  }
  return carried(adjustment, adjustment, 'The occupation is in the new release.');
}

/** A preferred program or channel: it conflicts only when it was a published program and is gone. */
export function replayPreference(adjustment: Adjustment, from: Dataset, to: Dataset): Replayed {
  const has = (release: Dataset): boolean => release.programs.some(({ id }) => id === adjustment.target);
  if (has(from) && !has(to)) {
    return conflict(
      adjustment,
      adjustment,
      `The new release no longer lists this program; employers said: ${standingValue(adjustment) ?? 'preferred'}.`,
    );
  }
  return carried(
    adjustment,
    adjustment,
    has(to) ? 'The program is in the new release.' : 'It never stood on a published program.',
  );
}

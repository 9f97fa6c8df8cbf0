/** The room's order of steps: the median place over firms, with Kendall's W as the measure of agreement. */
import { kendallW } from '../../lmi/agreement.ts';
import { median } from '../../lmi/withholding.ts';
import { pathwayMap } from '../pathway-map.ts';
import type { MapStep, RoundState, WorkshopState } from '../state.ts';
import { answersByPerson, byFirm } from './firm-vote.ts';

export interface OrderedStep {
  id: string;
  label: string;
  /** Median place, 1 first. */
  position: number;
  /** Firms that placed it. */
  placedBy: number;
}
export interface OrderTally {
  occupation: string;
  side: 'into' | 'out';
  steps: OrderedStep[];
  agreement: number | null;
  firms: number;
  people: number;
}

/** Steps of one side in the map's own order: far to near on the way in, near to far on the way out. */
export function stepsOfSide(state: WorkshopState, occupation: string, side: 'into' | 'out'): MapStep[] {
  return Object.values(pathwayMap(state, occupation).steps)
    .filter((step) => step.side === side && !step.removed)
    .sort((a, b) => a.level - b.level || a.row - b.row || a.id.localeCompare(b.id, 'en'));
}

export function orderTally(
  state: WorkshopState,
  round: RoundState,
  occupation: string,
  side: 'into' | 'out',
): OrderTally {
  const answers = answersByPerson(state, round, `order/${occupation}/${side}`, 'order');
  const known = stepsOfSide(state, occupation, side);
  const firms = [...byFirm(state, answers).values()].map((people) =>
    placesOfFirm(people.map((answer) => answer.steps)),
  );
  const steps = known
    .map((step) => {
      const placed = firms.map((places) => places.get(step.id)).filter((place) => place !== undefined);
      return {
        id: step.id,
        label: step.label,
        position: median(placed),
        placedBy: placed.length,
        mean: placed.reduce((a, b) => a + b, 0) / placed.length,
      };
    })
    .filter((step) => step.placedBy > 0)
    .sort((a, b) => a.position - b.position || a.mean - b.mean)
    .map(({ id, label, position, placedBy }) => ({ id, label, position, placedBy }));
  return {
    occupation,
    side,
    steps,
    agreement: agreementOf(firms, steps),
    firms: firms.length,
    people: answers.size,
  };
}

/** Each step's mean place over a firm's people. */
function placesOfFirm(orders: readonly (readonly string[])[]): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const order of orders)
    order.forEach((step, index) => {
      const { sum, count } = sums.get(step) ?? { sum: 0, count: 0 };
      sums.set(step, { sum: sum + index + 1, count: count + 1 });
    });
  return new Map([...sums].map(([step, { sum, count }]) => [step, sum / count]));
}

/** Over the steps that most firms placed, among the firms that placed all of those. */
function agreementOf(firms: readonly Map<string, number>[], steps: readonly OrderedStep[]): number | null {
  const common = steps.filter((step) => step.placedBy * 2 > firms.length).map((step) => step.id);
  const complete = firms.filter((places) => common.every((step) => places.has(step)));
  return kendallW(complete.map((places) => common.map((step) => places.get(step) ?? 0)));
}

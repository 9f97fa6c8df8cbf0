/** What the bench found, and which of it may fail a run: ratios, counts and sizes. Times are reported, for they are the machine's. */
import type { AckFigures } from './acks.ts';
import type { CostFigures } from './cost.ts';
import type { FeelFigures } from './feel.ts';
import type { GroupCommitFigures } from './group-commit.ts';
import type { GrowthFigures } from './growth.ts';
import type { ManyRoomsFigures } from './many-rooms.ts';
import type { Percentiles } from './percentiles.ts';
import type { ScreenFigures } from './screen.ts';

export interface Report
  extends Partial<GroupCommitFigures>, Partial<ManyRoomsFigures>, Partial<ScreenFigures> {
  cpuRatio?: number;
  cpuRounds?: CostFigures['rounds'];
  ack?: Partial<AckFigures> & { paced?: Percentiles; barePaced?: Percentiles };
  growth?: GrowthFigures;
  downstreamBytesPerPhone?: number;
  downstreamBytesMedian?: number;
  feel?: FeelFigures;
}

interface Gate {
  bar: string;
  value: (report: Report) => number | undefined;
  most?: number;
  least?: number;
}

const GATES: readonly Gate[] = [
  { bar: 'B1 cpuRatio', value: (report) => report.cpuRatio, most: 2 },
  { bar: 'B3 groupCommitGain', value: (report) => report.groupCommitGain, least: 5 },
  { bar: 'B4 rooms40.lost', value: (report) => report.rooms40?.lost, most: 0 },
  { bar: 'B5 growth.ratio50kTo500', value: (report) => report.growth?.ratio50kTo500, most: 1.5 },
  { bar: 'B6 downstreamBytesPerPhone', value: (report) => report.downstreamBytesPerPhone, most: 200_000 },
  { bar: 'B7 feel.cls', value: (report) => report.feel?.cls, most: 0.05 },
  { bar: 'B7 feel.joins.ready', value: (report) => report.feel?.joins.ready, least: 25 },
];

/** One sentence for each bar that is missed; what was not measured is not judged. */
export function failuresOf(report: Report): string[] {
  return GATES.flatMap(({ bar, value, most = Infinity, least = -Infinity }) => {
    const figure = value(report);
    if (figure === undefined || (figure <= most && figure >= least)) return [];
    const limit = figure > most ? `at most ${most}` : `at least ${least}`;
    return [`${bar} is ${figure}; it may be ${limit}.`];
  });
}

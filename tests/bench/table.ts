/** The report as a table for people: a line a bar, the bare room beside it where it was measured. */
import type { Report } from './gates.ts';
import type { Percentiles } from './percentiles.ts';

export function tableOf(report: Report): string {
  const { ack, tapToScreen: tap, rooms40, growth } = report;
  const rows: [string, string | undefined, string | undefined][] = [
    ['B1 server CPU, times the bare room’s', number(report.cpuRatio), '1'],
    ['B2 tap to screen, paced, ms (p50, p95)', both(tap?.paced), both(tap?.bare.paced)],
    ['B2 tap to screen, 25 at once, ms', both(tap?.burst), both(tap?.bare.burst)],
    ['B2 the same at 100 ms, 1 % stalls, paced', both(tap?.far.paced), undefined],
    ['B2 the same at 100 ms, 1 % stalls, 25 at once', both(tap?.far.burst), undefined],
    ['B3 ack, paced, ms', both(ack?.paced), both(ack?.barePaced)],
    ['B3 ack, 25 at once, ms', both(ack?.burst), both(ack?.bareBurst)],
    ['B3 group commit, times one sync a command', number(report.groupCommitGain), undefined],
    ['B4 40 rooms, ack, ms', both(rooms40), undefined],
    ['B4 40 rooms, lost', number(rooms40?.lost), undefined],
    ['B5 a command at 50,000, times at 500', number(growth?.ratio50kTo500), undefined],
    ['B5 start at 50,000, ms', number(growth?.startupMs50k), undefined],
    ['B5 longest hold of the event loop, ms', number(growth?.maxLoopStallMs), undefined],
    ['B6 down to one phone, KB', number(thousand(report.downstreamBytesPerPhone)), undefined],
    ['B7 LCP, ms', number(report.feel?.lcpMs), undefined],
    ['B7 INP, ms', number(report.feel?.inpMs), undefined],
    ['B7 CLS', report.feel && String(report.feel.cls), undefined],
    ['B7 25 joins in 5 s, ready, ms', both(report.feel?.joins), undefined],
    ['memory a connection, KB', number(report.rssPerConnectionKB), undefined],
  ];
  return rows
    .filter(([, ours]) => ours !== undefined)
    .map(([bar, ours = '', bare = '']) => `${bar.padEnd(48)}${ours.padStart(16)}${bare.padStart(16)}`)
    .join('\n');
}

const thousand = (bytes: number | undefined): number | undefined =>
  bytes === undefined ? undefined : bytes / 1_000;
const number = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : String(Math.round(value * 10) / 10);
const both = (value: Percentiles | undefined): string | undefined => value && `${value.p50}, ${value.p95}`;

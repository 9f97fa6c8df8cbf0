/** What goes wrong on the way in one scene: a pure function of the stream it is drawn from. */
import type { Stream } from '../../server/rehearsal/stream.ts';

export type FaultKind = 'cut' | 'hole' | 'lostAck' | 'reload';

export interface Fault {
  /** From the beginning of the scene. */
  atMs: number;
  kind: FaultKind;
  /** How long the line is down or black, or the page is gone; an acknowledgement is lost in no time. */
  ms: number;
}

export interface Kill {
  atMs: number;
  /** In the middle of a group commit: decided and not written, or written and not acknowledged; or wherever it happens to be. */
  moment: 'unwritten' | 'unacknowledged' | 'any';
  /** Before the next server is started. */
  downMs: number;
}

const HOLE_MS = { least: 100, most: 30_000 };
const KINDS: readonly FaultKind[] = ['cut', 'hole', 'hole', 'lostAck', 'lostAck', 'reload'];
const MOMENTS: readonly Kill['moment'][] = ['unwritten', 'unwritten', 'unacknowledged', 'any'];
/** No fault begins so near the end that it would be over at once. */
const EDGE_MS = 300;

/** One fault after the other on one client's line, all of them over when the scene is. */
export function faultsOf(stream: Stream, sceneMs: number): Fault[] {
  const faults: Fault[] = [];
  let atMs = stream.whole(EDGE_MS, Math.min(5_000, sceneMs / 2));
  while (atMs < sceneMs - EDGE_MS) {
    const fault = faultAt(stream, atMs, sceneMs - atMs);
    faults.push(fault);
    atMs += fault.ms + stream.whole(1_500, 9_000);
  }
  return faults;
}

/** Spread over the scene, each in a part of its own. */
export function killsOf(stream: Stream, many: number, sceneMs: number): Kill[] {
  const part = Math.floor(sceneMs / Math.max(1, many));
  return Array.from({ length: many }, (_, index) => ({
    atMs: index * part + stream.whole(Math.floor(part * 0.2), Math.floor(part * 0.6)),
    moment: stream.pick(MOMENTS),
    downMs: stream.whole(0, 400),
  }));
}

function faultAt(stream: Stream, atMs: number, leftMs: number): Fault {
  const kind = stream.pick(KINDS);
  if (kind === 'hole') return { atMs, kind, ms: holeMs(stream, leftMs) };
  if (kind === 'lostAck') return { atMs, kind, ms: 0 };
  return { atMs, kind, ms: Math.min(leftMs, stream.whole(20, kind === 'cut' ? 1_500 : 400)) };
}

/** As many between 0.1 and 1 s as between 1 and 10 s. */
function holeMs(stream: Stream, leftMs: number): number {
  const most = Math.min(HOLE_MS.most, leftMs);
  return Math.round(HOLE_MS.least * (most / HOLE_MS.least) ** stream.share());
}

/**
 * The server's time. The system's clock can be put back: by a time server, by hand, by a virtual machine that wakes. Stamps
 * must not go back with it, nor a timer start again, so a step back is bridged: time goes on from where it was, at its own
 * pace, until the system's clock is put forward again or the server starts anew. A step of more than an hour corrects a
 * clock that was wrong, and is followed, as is every step forward: after a laptop's sleep that is the truth. Time zones and
 * daylight saving are no part of it: it counts milliseconds of the epoch.
 */
const CORRECTION_MS = 3_600_000;
/** Smaller differences are rounding. */
const NOISE_MS = 5;

/** `wall`: epoch milliseconds by the system; `elapsed`: milliseconds that never go back. */
export function steadyClock(wall = Date.now, elapsed = () => performance.now()): () => number {
  let [lastWall, lastElapsed, bridge] = [wall(), elapsed(), 0];
  let last = lastWall;
  return () => {
    const [atWall, atElapsed] = [wall(), elapsed()];
    const stepBack = lastWall + (atElapsed - lastElapsed) - atWall;
    if (stepBack > CORRECTION_MS) bridge = 0;
    else if (stepBack > NOISE_MS) bridge += stepBack;
    // A step forward takes back what was bridged, and no more than that.
    else if (stepBack < -NOISE_MS) bridge = Math.max(0, bridge + stepBack);
    [lastWall, lastElapsed] = [atWall, atElapsed];
    const now = Math.round(atWall + bridge);
    last = stepBack > CORRECTION_MS ? now : Math.max(last, now);
    return last;
  };
}

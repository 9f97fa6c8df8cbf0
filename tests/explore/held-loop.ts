/** How long the longest turn of the event loop kept the processor: what a live room would have waited for. */
export class HeldLoop {
  #longest = 0;
  #isRunning = false;

  start(): void {
    this.#longest = 0;
    this.#isRunning = true;
    const turn = (before: number): void => {
      const now = busyMs();
      this.#longest = Math.max(this.#longest, now - before);
      if (this.#isRunning) setImmediate(turn, now);
    };
    setImmediate(turn, busyMs());
  }

  /** Milliseconds of this thread's own work, not of waiting for a processor that others use. */
  stop(): number {
    this.#isRunning = false;
    return this.#longest;
  }
}

function busyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

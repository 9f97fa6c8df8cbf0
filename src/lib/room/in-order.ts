/** Messages of a line in the order they came, though some take a moment to unpack: what comes meanwhile waits behind them. */
export class InOrder {
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();

  /** At once when nothing is being unpacked. */
  hear(task: () => void): void {
    if (this.#waiting === 0) task();
    else void this.#after(() => Promise.resolve(task()));
  }

  unpack<T>(unpacking: Promise<T>, hear: (unpacked: T) => void): Promise<void> {
    return this.#after(async () => hear(await unpacking));
  }

  #after(task: () => Promise<void>): Promise<void> {
    this.#waiting += 1;
    const done = this.#last.then(task).finally(() => (this.#waiting -= 1));
    this.#last = done.catch(() => undefined);
    return done;
  }
}

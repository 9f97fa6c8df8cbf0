/** The measured side of the process channel: says that it is ready, answers, and ends when whoever measures hangs up. */
import type { Cost } from './measured-server.ts';

export function answerQuestions(
  ready: unknown,
  answers: Record<string, () => unknown>,
  close: () => Promise<void>,
): void {
  const all: Record<string, () => unknown> = { cost, ...answers };
  process.on('message', ({ id, question }: { id: number; question: string }) => {
    void Promise.resolve(all[question]?.()).then((answer) => process.send?.({ id, answer }));
  });
  process.once('disconnect', () => void close().then(() => process.exit(0)));
  process.send?.({ ready });
}

export function optionsGiven<T>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T;
}

function cost(): Cost {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1_000, rssKB: process.memoryUsage.rss() / 1_024 };
}

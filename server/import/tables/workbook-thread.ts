/** Reads a workbook on a thread of its own: a live room is not held up, memory has a limit, and a cancelled import ends at once. */
import { Worker } from 'node:worker_threads';
import { Cancelled } from './cancelled.ts';
import { damagedWorkbook } from './workbook.ts';
import type { WorkbookReading } from './workbook.ts';

const longestMs = 120_000;
const memoryMb = 1_024;

export function readWorkbookApart(bytes: Uint8Array, signal?: AbortSignal): Promise<WorkbookReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      act();
      void worker.terminate();
    };
    const tooMuch = 'This Excel workbook is too large to be read. Keep only the sheet and columns you need.';
    const timer = setTimeout(() => settle(() => resolve({ problem: tooMuch })), longestMs);
    const cancel = (): void => settle(() => reject(new Cancelled()));
    if (signal?.aborted) return cancel();
    signal?.addEventListener('abort', cancel);
    worker.once('message', (read: WorkbookReading) => settle(() => resolve(read)));
    // A thread that ends without an answer has met something that never settles.
    worker.once('exit', () => settle(() => resolve({ problem: damagedWorkbook })));
    worker.once('error', (error: Error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(() => (isMemory ? resolve({ problem: tooMuch }) : reject(error)));
    });
  });
}

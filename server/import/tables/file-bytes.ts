/** A file to be read: in memory, or on the disk where it may be larger than memory. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Cancelled } from './cancelled.ts';

export interface FileBytes {
  size: number;
  /** The first so many bytes, or all where there are fewer. */
  head(most: number): Promise<Uint8Array>;
  /** Everything at once: only for what is known to be small enough. */
  whole(): Promise<Uint8Array>;
  /** From the beginning, as often as it is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
}

const chunkBytes = 256 * 1024;

export function bytesInMemory(bytes: Uint8Array): FileBytes {
  return {
    size: bytes.length,
    head: (most) => Promise.resolve(bytes.subarray(0, most)),
    whole: () => Promise.resolve(bytes),
    async *chunks() {
      for (let start = 0; start < bytes.length; start += chunkBytes)
        yield bytes.subarray(start, start + chunkBytes);
    },
  };
}

export async function bytesOnDisk(path: string): Promise<FileBytes> {
  const { size } = await stat(path);
  return {
    size,
    async head(most) {
      const handle = await open(path);
      try {
        const { buffer, bytesRead } = await handle.read(
          Buffer.alloc(Math.min(most, size)),
          0,
          Math.min(most, size),
          0,
        );
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    whole: () => readFile(path),
    chunks: () => createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>,
  };
}

/** Of the bytes as received, without holding them. Stops where the signal says so. */
export async function hashOf(file: FileBytes, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.chunks()) {
    hash.update(chunk);
    if (signal?.aborted) throw new Cancelled();
  }
  return hash.digest('hex');
}

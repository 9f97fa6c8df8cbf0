/** A file that is being sent, kept on the disk as it comes: however large it is, it is never in memory. Nobody else can read it. */
import { rmSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importLimits } from '../import/limits.ts';
import { bytesOnDisk } from '../import/tables/file-bytes.ts';
import type { DeskFile } from './desk-file.ts';

/** Too much was sent; the message is for a person. */
export class TooMuchSent extends Error {}

const inUse = new Set<string>();
/** What is on the desk goes with the process. */
process.once('exit', () => {
  for (const folder of inUse) rmSync(folder, { recursive: true, force: true });
});

/** Throws where it breaks off or is too large, and leaves nothing behind. */
export async function uploadedFile(
  body: AsyncIterable<Uint8Array>,
  most: number = importLimits.streamedBytes,
): Promise<DeskFile> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-upload-'));
  inUse.add(folder);
  const remove = async (): Promise<void> => {
    inUse.delete(folder);
    await rm(folder, { recursive: true, force: true });
  };
  const path = join(folder, 'file');
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      let bytes = 0;
      for await (const part of body) {
        bytes += part.length;
        if (bytes > most) throw new TooMuchSent(`At most ${Math.floor(most / 1024 / 1024)} MB can be sent.`);
        await handle.write(part);
      }
    } finally {
      await handle.close();
    }
    return { ...(await bytesOnDisk(path)), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

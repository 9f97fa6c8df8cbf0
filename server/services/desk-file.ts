/** A file on the desk of imports. One on the disk that nobody else knows of is taken away when it leaves. */
import type { FileBytes } from '../import/tables/file-bytes.ts';

export type DeskFile = FileBytes & { remove?: () => Promise<void> };

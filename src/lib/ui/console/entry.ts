import type { ConsoleView } from '#lib/protocol/views/faces.ts';

export type Entry = ConsoleView['entries'][number];

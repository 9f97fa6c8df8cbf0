import type { ConsoleView } from '#lib/protocol/views/faces.ts';

export type Person = ConsoleView['people'][number];

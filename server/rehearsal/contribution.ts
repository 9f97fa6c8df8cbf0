import type { CommandOf } from '../../src/lib/protocol/commands/index.ts';

/** For the room's lists. */
export type Added = Omit<CommandOf<'entry.add'>, 'type' | 'activity'>;
/** For its map. */
export type Proposed = Omit<CommandOf<'map.propose'>, 'type' | 'activity'>;

import { getContext, setContext } from 'svelte';

/** Where a picture's table goes: behind "As a table", or only to those who hear the page (the projector has no hands). */
export type TableMode = 'details' | 'heard';

const KEY = 'picture-table';

export const setTableMode = (mode: TableMode): TableMode => setContext(KEY, mode);
export const tableMode = (): TableMode => getContext<TableMode | undefined>(KEY) ?? 'details';

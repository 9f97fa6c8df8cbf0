/** The one thing on the map that keys and buttons act on. */
export type Selection = { of: 'step' | 'transition'; id: string } | null;

/** The people of every measured room: the same seed gives the same cast. */
export const SEED = 11;
export const PEOPLE = 27;
/** Who answer in one instant. */
export const BURST = 25;

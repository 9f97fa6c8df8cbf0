/** Somebody stopped the import. Nothing was saved, so nothing is to be undone. */
export class Cancelled extends Error {}

/** One bar of a tally: so many firms of those that answered. */
export interface TallyBar {
  id: string;
  label: string;
  firms: number;
  /** Beside the count of firms where it is known. */
  people?: number;
  /** A second, softer line. */
  detail?: string;
  /** A word at the end of the label. */
  mark?: 'kept' | 'tied';
  /** Drawn full; the others are drawn soft. */
  strong?: boolean;
}

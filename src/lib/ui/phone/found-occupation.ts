/** One match in the code list; `via` is the alias that matched, where it was not the title. */
export interface FoundOccupation {
  code: string;
  title: string;
  via: string | null;
}

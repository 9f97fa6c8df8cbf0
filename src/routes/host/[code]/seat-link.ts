export type LinkKind = 'co' | 'remote' | 'screen';

/** A link for one more device; its secret is in the address, shown once. */
export interface SeatLink {
  kind: LinkKind;
  name: string;
  url: string;
  qr: { size: number; path: string };
}

/** How people come in, as the projector shows it. */
export interface JoinAddress {
  /** What the QR code opens. */
  url: string;
  /** What a person types, without `http://`. */
  address: string;
  code: string;
  qr: { size: number; path: string };
}

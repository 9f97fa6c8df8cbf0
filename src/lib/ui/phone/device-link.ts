/** A link with which the same person comes in on a second device; it works once. */
export interface DeviceLink {
  address: string;
  qr: { size: number; path: string };
}

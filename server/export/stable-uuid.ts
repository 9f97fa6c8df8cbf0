import { sha256 } from './sha256.ts';

/** A UUID (version 8, RFC 9562) that the same words always give: the same thing has the same identifier in every export. */
export function stableUuid(...words: string[]): string {
  const hex = sha256(JSON.stringify(words));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

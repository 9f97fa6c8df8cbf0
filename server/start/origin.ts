/** Whose pages may open a socket: this server's own, by whatever name they reached it, or those of the public address (S1). */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

export interface OriginSettings {
  publicOrigin: string | null;
  isBehindProxy: boolean;
}

/** `http` unless a proxy of one's own says otherwise. */
export function protocolOf(request: IncomingMessage, isBehindProxy: boolean): 'http' | 'https' {
  const said = request.headers['x-forwarded-proto'];
  return isBehindProxy && typeof said === 'string' && said.split(',')[0]?.trim() === 'https'
    ? 'https'
    : 'http';
}

/**
 * Who asks. Of what a chain of proxies wrote down only the last entry is one's own proxy's word; the others, and all of it
 * without a proxy, are what the client says.
 */
export function addressOf(request: IncomingMessage, isBehindProxy: boolean): string {
  const said = isBehindProxy ? request.headers['x-forwarded-for'] : undefined;
  const last = String(said ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last && isIP(last) !== 0 ? last : (request.socket.remoteAddress ?? '');
}

export function isOwnOrigin(origin: string, request: IncomingMessage, settings: OriginSettings): boolean {
  if (settings.publicOrigin !== null && origin === settings.publicOrigin) return true;
  const { host } = request.headers;
  return (
    host !== undefined && origin === `${protocolOf(request, settings.isBehindProxy)}://${host.toLowerCase()}`
  );
}

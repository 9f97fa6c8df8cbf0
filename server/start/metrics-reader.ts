/**
 * Who may read the metrics. A count of commands, read twice a second in the meeting room, would tell who has just voted
 * (V5): nobody may from there. Without a token only this machine reads, and not through a proxy on it, whose requests
 * come from the loopback too.
 */
import { isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { isSameSecret } from './same-secret.ts';

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const FORWARDED = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-real-ip',
];

export function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  if (token !== null) return isSameSecret(request.headers.authorization ?? '', `Bearer ${token}`);
  return (
    LOOPBACK.test(request.socket.remoteAddress ?? '') &&
    FORWARDED.every((name) => request.headers[name] === undefined) &&
    isCalledLoopback(request.headers.host ?? '')
  );
}

/** A page elsewhere whose name was pointed at 127.0.0.1 still calls this machine by that name. */
function isCalledLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.+)\]$/, '$1');
  return name === 'localhost' || (isIP(name) !== 0 && LOOPBACK.test(name));
}

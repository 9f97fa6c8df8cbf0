/** Where phones in the room reach this server. */
import { networkInterfaces } from 'node:os';
import type { NetworkInterfaceInfo } from 'node:os';

/** Bridges of containers and virtual machines lead to no phone. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun)/;

/** The address on the local network; null when there is none. */
function lanAddress(interfaces = networkInterfaces()): string | null {
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? []).filter(isReachable).map(({ address }) => ({ name, address })),
  );
  return (found.find(({ name }) => !VIRTUAL.test(name)) ?? found[0])?.address ?? null;
}

function isReachable({ family, internal, address }: NetworkInterfaceInfo): boolean {
  return family === 'IPv4' && !internal && !address.startsWith('169.254.');
}

/** `http://192.168.1.20:3000` for a server that listens on `host`. */
export function roomAddress(host: string, port: number): string {
  const isAll = host === '0.0.0.0' || host === '::';
  const name = isAll ? (lanAddress() ?? 'localhost') : host;
  return new URL(`http://${name.includes(':') ? `[${name}]` : name}:${port}`).origin;
}

/** What one guesser can change at will counts as one address: of IPv6 the first 64 bits, which are those of a household. */
import { isIPv6 } from 'node:net';

export function addressBlock(address: string): string {
  const [plain = ''] = address.split('%');
  const within4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (within4 !== undefined || !isIPv6(plain)) return within4 ?? plain;
  const [front = '', back = ''] = plain.toLowerCase().split('::');
  const groups = (part: string): string[] => part.split(':').filter((group) => group !== '');
  const [first, last] = [groups(front), groups(back)];
  const between = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  const network = [...first, ...between, ...last].slice(0, 4);
  return `${network.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}

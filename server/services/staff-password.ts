/** Passwords of staff: scrypt with a salt of their own, compared in constant time, two at a time so that a flood costs no memory. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { KeptPassword } from './staff-document.ts';

const PARAMETERS = { cost: 2 ** 15, blockSize: 8, parallel: 1 };
const KEY_BYTES = 32;
const AT_ONCE = 2;

export const PASSWORD_LENGTH = { least: 12, most: 200 };

export async function keptPasswordOf(password: string): Promise<KeptPassword> {
  const salt = randomBytes(16).toString('base64');
  return { salt, ...PARAMETERS, hash: (await derived(password, { salt, ...PARAMETERS })).toString('base64') };
}

/** Takes as long when there is no password to compare with. */
export async function isPassword(typed: string, kept: KeptPassword | null): Promise<boolean> {
  const compared = kept ?? { salt: 'bm9ib2R5', ...PARAMETERS, hash: '' };
  const key = await derived(typed.slice(0, PASSWORD_LENGTH.most), compared);
  const wanted = Buffer.from(compared.hash, 'base64');
  return kept !== null && wanted.length === key.length && timingSafeEqual(wanted, key);
}

let running = 0;
const waiting: (() => void)[] = [];

async function derived(password: string, kept: Omit<KeptPassword, 'hash'>): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await scrypted(password.normalize('NFKC'), kept);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function scrypted(
  password: string,
  { salt, cost, blockSize, parallel }: Omit<KeptPassword, 'hash'>,
): Promise<Buffer> {
  const options = { N: cost, r: blockSize, p: parallel, maxmem: 256 * cost * blockSize };
  return new Promise((done, fail) => {
    scrypt(password, Buffer.from(salt, 'base64'), KEY_BYTES, options, (error, key) =>
      error ? fail(error) : done(key),
    );
  });
}

import { REFUSALS } from '../../src/lib/protocol/refusals.ts';
import type { RefusalCode } from '../../src/lib/protocol/refusals.ts';
import type { Ack } from '../../src/lib/protocol/delivery.ts';

export type Refused = Extract<Ack, { ok: false }>;

export function refuse(code: RefusalCode): Refused {
  return { ok: false, code, message: REFUSALS[code] };
}

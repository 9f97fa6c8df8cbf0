/** The attackers, in a process of their own so that their work is not the honest people's wait. Told how many frames to send, they say what they sent. */
import { setTimeout as pause } from 'node:timers/promises';
import { Stream } from '../../../server/rehearsal/stream.ts';
import { Attacker } from './attacker.ts';
import type { Attacked, Orders } from './attack-process.ts';
import { generated } from './generated.ts';

/** As fast as four such clients come over a network: a thousand in a second. */
const FRAMES_A_MS = 1;

let attackers: Attacker[] = [];
let frames = generated(new Stream(0));
let sent = 0;

process.on('message', (orders: Orders) => {
  void obey(orders).then(
    () => tell({ sent, cuts: attackers.reduce((sum, { cuts }) => sum + cuts, 0), error: null }),
    (error: unknown) => tell({ sent, cuts: 0, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

async function obey(orders: Orders): Promise<void> {
  if ('served' in orders) {
    const { served, seed } = orders;
    const [one = '', other = ''] = served.strangers;
    frames = generated(new Stream(seed, 'frames'));
    attackers = [
      new Attacker(served, 'phone', one),
      new Attacker(served, 'phone', other),
      new Attacker(served, 'screen', served.screen),
      new Attacker(served, 'console', ''),
    ];
    return;
  }
  const [from, startedAt] = [sent, performance.now()];
  const sends = async (attacker: Attacker): Promise<void> => {
    while (sent < from + orders.frames) {
      const next = frames.next().value;
      sent += next.length;
      await attacker.send(next);
      const early = (sent - from) * FRAMES_A_MS - (performance.now() - startedAt);
      if (early > 0) await pause(early);
    }
  };
  await Promise.all(attackers.map(sends));
}

function tell(attacked: Attacked): void {
  process.send?.(attacked);
}

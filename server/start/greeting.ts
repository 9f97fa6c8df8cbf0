/** What the terminal shows when the server runs: all a newcomer needs, or, where the terminal is a log, nothing that lets anybody in (S2). */
import { toString as qrCode } from 'qrcode';
import type { Settings } from '../env.ts';
import type { Services } from '../services.ts';

interface Greeting {
  kind: Settings['greeting'];
  services: Services;
  /** Where the data lives, for a person. */
  place: string;
}

export async function greetingOf({ kind, services, place }: Greeting): Promise<string[]> {
  const address = services.publicAddress();
  if (kind === 'short')
    return [
      `Plumbline at ${address}, its data in ${place}.`,
      'A staff link: npm run plumbline -- staff-link',
    ];
  const link = `${address}/staff/enter#${await services.staff.offerLink()}`;
  const open = (await services.workshops.list()).find(({ stage }) => stage === 'open' || stage === 'running');
  return [
    `\n${await qrCode(address, { type: 'terminal', small: true })}`,
    `Plumbline for everybody in the room   ${address}`,
    `Staff, once, within a day             ${link}`,
    ...(open ? [`Open now: ${open.title}, code ${open.code}`] : []),
    `The data lives in                     ${place}`,
    'Another staff link: npm run plumbline -- staff-link. Stop with Ctrl+C.',
  ];
}

/** Who plays: people of firms that do not exist, some firms with two people who write its name differently (V4). */
import type { Consent, Profile } from '../../src/lib/protocol/people.ts';
import { Stream } from './stream.ts';

/** `late` comes in the middle; `dropping` loses the line while answering; `silent` is there and says nothing. */
export type Temper = 'quick' | 'slow' | 'silent' | 'late' | 'dropping';

export interface Person {
  /** From 1. */
  number: number;
  profile: Profile;
  /** The firm's own name, however its people write it. */
  firm: string;
  temper: Temper;
  /** Null for who does not open that page. */
  consent: Consent | null;
  email: string;
}

const FIRST =
  'Amara Benedikt Chiyo Dragan Eleni Farouk Greta Hamza Ingrid Joaquin Katya Lorcan Mirela Nnamdi Odalys Priya Quentin Rosalind Sefu Tamsin Ulrika Viggo Wilhelmina Xiomara Yusuf Zofia'.split(
    ' ',
  );
const LAST =
  'Abernathy Bielak Castellanos Dunmore Eriksen Fairweather Galvez Haverford Ibarra Jankowski Kilbride Lindqvist Montrose Nakagawa Okonkwo Pemberton Quillfeather Rasmussen Szymanski Thackeray Underhill Vandermeer Wetherby Yarborough Zielinski'.split(
    ' ',
  );
const PLACES = [
  'Ridgeline',
  'Cottonwood',
  'Mesa Verde',
  'Front Range',
  'Blue Spruce',
  'Silver Creek',
  'Larkspur',
  'Pine Hollow',
];
const TRADES = [
  'Community Clinics',
  'Regional Hospital',
  'Home Care',
  'Mechanical',
  'Electric',
  'Machine Works',
  'Imaging',
];
const JOBS = [
  'Director of nursing',
  'Head of operations',
  'Field supervisor',
  'Talent lead',
  'Owner',
  'Clinic manager',
];
const SUB_SECTORS = [
  'Hospitals',
  'Outpatient care',
  'Long-term care',
  'Building trades',
  'Maintenance and repair',
];
const SIZES = ['1-9', '10-49', '50-249', '250-999', '1000+'] as const;

/** The same seed gives the same people. */
export function castOf(seed: number, employers: number): Person[] {
  const stream = new Stream(seed, 'cast');
  const firms = stream.shuffled(PLACES.flatMap((place) => TRADES.map((trade) => `${place} ${trade}`)));
  const names = stream.shuffled(FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`)));
  const tempers = tempersOf(stream, employers);
  const cast: Person[] = [];
  for (let index = 0; index < employers; index += 1) {
    const colleague = index % 6 === 5 ? cast[index - 1] : undefined;
    const firm = colleague?.firm ?? firms[index] ?? `Firm ${index + 1}`;
    const name = names[index] ?? `Person ${index + 1}`;
    cast.push({
      number: index + 1,
      firm,
      temper: tempers[index] ?? 'quick',
      consent: stream.chance(0.8) ? { named: stream.chance(0.6), quoted: stream.chance(0.5) } : null,
      email: `${name.toLowerCase().replace(' ', '.')}@rehearsal.example`,
      profile: {
        name,
        organisation: colleague ? otherSpelling(stream, firm) : firm,
        jobTitle: stream.chance(0.7) ? stream.pick(JOBS) : null,
        sizeBand: colleague ? colleague.profile.sizeBand : stream.chance(0.8) ? stream.pick(SIZES) : null,
        subSector: colleague
          ? colleague.profile.subSector
          : stream.chance(0.8)
            ? stream.pick(SUB_SECTORS)
            : null,
        role: 'employer',
      },
    });
  }
  return cast;
}

/** Every temper is in a room of five; most of a larger one are quick or slow. */
function tempersOf(stream: Stream, employers: number): Temper[] {
  const each = (share: number): number => Math.max(1, Math.round(employers * share));
  const special: Temper[] = [
    ...Array<Temper>(each(0.07)).fill('silent'),
    ...Array<Temper>(each(0.11)).fill('late'),
    ...Array<Temper>(each(0.14)).fill('dropping'),
  ];
  const others = Array.from({ length: Math.max(0, employers - special.length) }, (_, index): Temper =>
    index % 3 === 1 ? 'slow' : 'quick',
  );
  return stream.shuffled([...special, ...others].slice(0, employers));
}

function otherSpelling(stream: Stream, firm: string): string {
  return stream.pick([`The ${firm}, Inc.`, `${firm} LLC`, firm.toUpperCase(), `${firm} Co.`]);
}

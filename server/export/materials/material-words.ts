/** Phrases that every material shares. */
import type { Edition, PublicSource } from '../../lmi/public/edition.ts';
import { backingWords, employersWords } from '../../lmi/public/plain-words.ts';
import type { PublicFigure } from '../../lmi/public/public-figure.ts';

/** "Revision 3, published 2026-11-22; Trades 2026, Front Range: 14 employers took part." */
export function madeFrom({ dataset, revision, workshop }: Edition): string {
  return [
    `Made from revision ${revision.number} of “${dataset.title}” (${dataset.release}), published ${revision.publishedOn}.`,
    heldWords(workshop),
    'Published figures are shown as published; what employers say stands beside them.',
  ].join(' ');
}

function heldWords(workshop: Edition['workshop']): string {
  if (!workshop) return 'What employers agreed before was carried over to this release.';
  const { title, region, heldOn, firms, belowQuorum } = workshop;
  const who = `${firms} ${firms === 1 ? 'employer' : 'employers'} took part`;
  return `Workshop “${title}”, ${region}${heldOn === null ? '' : `, ${heldOn}`}: ${who}${belowQuorum ? ', fewer than the quorum' : ''}.`;
}

export function sourceLine({ title, publisher, release, licence }: PublicSource): string {
  return `${title}: ${publisher}, ${release}; ${licence}`;
}

/** "8,800 a year (US, 2024-34)". */
export function publishedLine({ published, area, period }: PublicFigure): string {
  return `${published.words} (${area}, ${period})`;
}

/** "Employers say: too low (9 of 14 employers)"; null where they did not look at it. */
export function employersLine(figure: PublicFigure): string | null {
  const words = employersWords(figure);
  return words === null || !figure.validated
    ? null
    : `Employers say: ${words} (${backingWords(figure.validated.backing)})`;
}

export function monthsWords(months: number | null): string {
  if (months === null) return '';
  if (months < 12) return `${months} ${months === 1 ? 'month' : 'months'}`;
  const years = months / 12;
  return `${Number.isInteger(years) ? years : years.toFixed(1)} ${years === 1 ? 'year' : 'years'}`;
}

/** A name for a file from a title. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain.slice(0, 60) || 'untitled';
}

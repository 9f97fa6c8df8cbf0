/** Collects what stands around the occupations, each thing once, with the line it was read on (A5). */
import type { Dataset, Skill } from '../lmi/dataset.ts';
import { HiringEventLog } from '../lmi/hiring-event-log.ts';
import type { PartName } from './preview.ts';
import type { AroundParts } from './source-profile.ts';

export type Parts = Pick<Dataset, PartName>;

export class RowParts {
  readonly #programs = new Map<string, Dataset['programs'][number]>();
  readonly #fields = new Map<string, Dataset['fieldsOfStudy'][number]>();
  readonly #providers = new Map<string, Dataset['providers'][number]>();
  readonly #pairs = new Map<string, Dataset['crosswalk'][number]>();
  readonly #skills = new Map<string, Skill>();
  readonly #related = new Map<string, Dataset['relatedOccupations'][number]>();
  readonly #events = new HiringEventLog();

  /** What of the row was new, in a word for the reason where nothing was. */
  take(line: number, parts: AroundParts): 'new' | 'repeated' {
    const added = [
      put(this.#programs, parts.program?.id, parts.program, line),
      put(this.#providers, parts.provider?.id, parts.provider, line),
      put(this.#pairs, parts.pair && `${parts.pair.cip} ${parts.pair.occupation}`, parts.pair, line),
    ];
    const field = put(this.#fields, parts.field?.cip, parts.field, line);
    if (parts.event) this.#events.add({ ...parts.event, row: line }, parts.amends);
    // A crosswalk repeats the title of a field on each of its lines: that alone makes no row a repeated one.
    const isOnlyField = Object.keys(parts).join() === 'field';
    return added.includes(true) || parts.event || (isOnlyField && field) ? 'new' : 'repeated';
  }

  /** Importance and level of a skill stand on rows of their own: the second completes the first. */
  skill(line: number, occupation: string, skill: Omit<Skill, 'occupation' | 'row'>): void {
    const key = `${occupation} ${skill.id}`;
    const known = this.#skills.get(key);
    if (!known) return void this.#skills.set(key, { ...skill, occupation, row: line });
    const isRating = skill.importance !== null;
    this.#skills.set(key, {
      ...known,
      ...skill,
      importance: isRating ? skill.importance : known.importance,
      row: isRating ? line : known.row,
      ...(known.isImprecise || skill.isImprecise ? { isImprecise: true } : {}),
    });
  }

  related(
    line: number,
    occupation: string,
    related: Omit<Dataset['relatedOccupations'][number], 'occupation' | 'row'>,
  ) {
    put(this.#related, `${occupation} ${related.related}`, { ...related, occupation }, line);
  }

  get isEmpty(): boolean {
    return Object.values(this.all()).every((part) => part.length === 0);
  }

  all(): Parts {
    return {
      skills: [...this.#skills.values()],
      programs: [...this.#programs.values()],
      relatedOccupations: [...this.#related.values()],
      fieldsOfStudy: [...this.#fields.values()],
      providers: [...this.#providers.values()],
      crosswalk: [...this.#pairs.values()],
      hiringEvents: this.#events.resolved(),
    };
  }
}

function put<T extends object>(
  kept: Map<string, T & { row: number | null }>,
  key: string | undefined,
  part: T | undefined,
  line: number,
): boolean {
  if (key === undefined || part === undefined || kept.has(key)) return false;
  kept.set(key, { ...part, row: line });
  return true;
}

/** The preparation of a workshop while staff change it: nothing is saved until they say so. */
import type { WorkshopSetup } from '#lib/protocol/commands/staff.ts';
import type { Activity } from '#lib/protocol/guide.ts';
import type { Preparation, SetupPathway } from './preparation.ts';

export const LEAST_OCCUPATIONS = 8;
export const MOST_OCCUPATIONS = 20;

export class SetupDraft {
  setup: WorkshopSetup = $state() as WorkshopSetup;
  #saved: string = $state('');
  #data: () => Preparation;

  constructor(setup: WorkshopSetup, data: () => Preparation) {
    this.setup = structuredClone(setup);
    this.#saved = JSON.stringify(setup);
    this.#data = data;
  }

  get data(): Preparation {
    return this.#data();
  }

  get json(): string {
    return JSON.stringify(this.setup);
  }

  get isDirty(): boolean {
    return this.json !== this.#saved;
  }

  /** What was sent is what is stored now; what was typed since is still unsaved. */
  saved(sent: string): void {
    this.#saved = sent;
  }

  get minutes(): number {
    return this.setup.guide.reduce((sum, activity) => sum + activity.minutes, 0);
  }

  get isShortlistReady(): boolean {
    const { length } = this.setup.shortlist;
    return length >= LEAST_OCCUPATIONS && length <= MOST_OCCUPATIONS;
  }

  get isGuideReady(): boolean {
    return this.setup.guide[0]?.kind === 'welcome';
  }

  toggleOccupation(code: string): void {
    const { shortlist } = this.setup;
    if (shortlist.includes(code)) this.setup.shortlist = shortlist.filter((each) => each !== code);
    else if (shortlist.length < MOST_OCCUPATIONS) this.setup.shortlist = [...shortlist, code];
  }

  moveOccupation(code: string, by: 1 | -1): void {
    this.setup.shortlist = moved(this.setup.shortlist, this.setup.shortlist.indexOf(code), by);
  }

  /** The welcome stays first: people come in by it. */
  canMove(index: number, by: 1 | -1): boolean {
    const to = index + by;
    return this.setup.guide[index]?.kind !== 'welcome' && to >= 1 && to < this.setup.guide.length;
  }

  moveActivity(index: number, by: 1 | -1): void {
    if (this.canMove(index, by)) this.setup.guide = moved(this.setup.guide, index, by);
  }

  removeActivity(id: string): void {
    this.setup.guide = this.setup.guide.filter((activity) => activity.id !== id);
  }

  addActivity(shipped: Activity): void {
    const ids = this.setup.guide.map((activity) => activity.id);
    let id = shipped.id;
    for (let count = 2; ids.includes(id); count += 1) id = `${shipped.id}-${count}`;
    const close = this.setup.guide.findIndex(({ kind }) => kind === 'close');
    const at = shipped.kind === 'welcome' ? 0 : close === -1 ? this.setup.guide.length : close;
    this.setup.guide = this.setup.guide.toSpliced(at, 0, { ...structuredClone(shipped), id });
  }

  pathwayOf(occupation: string): { pathway: SetupPathway | null; isOwn: boolean } {
    const own = this.setup.pathways.find((each) => each.occupation === occupation);
    if (own) return { pathway: own, isOwn: true };
    return {
      pathway: this.data.pathways.find((each) => each.occupation === occupation) ?? null,
      isOwn: false,
    };
  }

  /** A copy for this workshop: of the dataset's draft, or with only the occupation itself. */
  ownPathway(occupation: string): SetupPathway {
    const { pathway, isOwn } = this.pathwayOf(occupation);
    if (pathway && isOwn) return pathway;
    const copy = pathway ? structuredClone(pathway) : blankPathway(occupation, this.data);
    this.setup.pathways = [...this.setup.pathways, copy];
    return this.setup.pathways.at(-1) ?? copy;
  }

  dropPathway(occupation: string): void {
    this.setup.pathways = this.setup.pathways.filter((each) => each.occupation !== occupation);
  }
}

function blankPathway(occupation: string, { occupations }: Preparation): SetupPathway {
  const title = occupations.find(({ code }) => code === occupation)?.title ?? occupation;
  const focus = { id: 'focus', kind: 'occupation', label: title, code: occupation, side: 'focus' } as const;
  return {
    id: `pathway-${occupation}`,
    occupation,
    title,
    steps: [{ ...focus, level: 0, row: 0 }],
    transitions: [],
    note: '',
  };
}

function moved<T>(list: readonly T[], index: number, by: 1 | -1): T[] {
  const [one, other] = [list[index], list[index + by]];
  if (one === undefined || other === undefined) return [...list];
  return list.with(index, other).with(index + by, one);
}

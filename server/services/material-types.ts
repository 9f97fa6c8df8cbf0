/** What the pages may ask about materials. Types only. */

export const MATERIAL_KINDS = ['sheet', 'brochure', 'handout', 'slides'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];
export type MaterialPaper = 'a4' | 'letter';

export interface Material {
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface MaterialOrder {
  kinds: readonly MaterialKind[];
  /** Occupation codes; `all` for everything published. */
  codes: 'all' | readonly string[];
  paper: MaterialPaper;
}

export interface MaterialJob {
  id: string;
  status: 'running' | 'done' | 'cancelled' | 'failed';
  done: number;
  total: number;
  /** What is being made. */
  now: string;
}

export interface Materials {
  /** `of`: an occupation's code; a sector's name for a handout. Null where nothing of it is published. */
  one(kind: MaterialKind, of: string, paper: MaterialPaper): Promise<Material | null>;
  /** Begins to make many at once; a sentence where it cannot. */
  start(order: MaterialOrder): Promise<{ job: string } | { message: string }>;
  job(id: string): MaterialJob | null;
  cancel(id: string): void;
  /** The zip of a finished job. */
  result(id: string): Material | null;
}

/** Which occupation a row is about: by its code, by a code of another vintage, by its title; or why by none. */
import { codeSystems, socOfOnet } from '../lmi/code-systems.ts';
import { nearestMatch } from '../lmi/code-list-nearest.ts';
import type { CodeList } from '../lmi/code-list.ts';
import type { Occupation } from '../lmi/dataset.ts';
import { successorsOfSoc2010 } from '../lmi/soc-2010.ts';
import { isBlsHybrid, isSocGroup, readSocCode } from '../lmi/soc.ts';
import { foldWords } from '../lmi/words.ts';
import type { ImportReport } from './report.ts';
import type { ReadRow } from './source-profile.ts';

export type RowOccupation = Pick<Occupation, 'code' | 'system' | 'level' | 'title'>;
export type RowCode = { occupation: RowOccupation } | { reason: string };

const mostSuggestions = 2_000;

export class RowCodes {
  readonly #codes: CodeList;
  readonly #report: ImportReport;
  readonly #suggestions = new Map<string, { code: string; title: string } | null>();

  constructor(codes: CodeList, report: ImportReport) {
    this.#codes = codes;
    this.#report = report;
  }

  of(line: number, row: ReadRow): RowCode {
    if (row.code === null) return this.#byTitle(line, row.title);
    if (row.system === 'ONET2019') return this.#onet(line, row.code, row.title);
    if (row.system === 'NOC2021') return nocOccupation(row.code, row.title);
    return this.#soc(line, row.code, row.title, row.mapsVintage);
  }

  aliases(code: string): readonly string[] {
    return this.#codes.get(code)?.aliases ?? [];
  }

  #byTitle(line: number, title: string): RowCode {
    const entry = this.#codes.byTitle(title);
    if (entry) return { occupation: this.#known(entry.code, title) };
    this.#report.unknownCode({ line, code: '', title, suggestion: null });
    return { reason: 'no occupation of the code list has this title' };
  }

  #soc(line: number, cell: string, title: string, mapsVintage = false): RowCode {
    const reading = readSocCode(cell);
    if (!reading.ok) {
      const likely = reading.likely === null ? null : this.#codes.get(reading.likely);
      return {
        reason: likely ? `${reading.reason}; probably ${likely.code} ${likely.title}` : reading.reason,
      };
    }
    const { code } = reading;
    const entry = this.#codes.get(code);
    if (entry && mapsVintage && !sameTitle(entry.title, title))
      this.#report.otherTitle({ line, code, title, expected: entry.title });
    if (entry) return { occupation: this.#known(code, mapsVintage ? entry.title : title) };
    if (isSocGroup(code)) return { reason: `${code} is a group of occupations, not one occupation` };
    return this.#ofSoc2010(line, code, title, mapsVintage) ?? this.#unknown(line, code, title);
  }

  /** null where the code is not known to be of SOC 2010, or the row's figures are of its old extent and cannot be carried over. */
  #ofSoc2010(line: number, code: string, title: string, isMapped: boolean): RowCode | null {
    const became = successorsOfSoc2010(code)?.map((next) => ({
      code: next,
      title: this.#codes.get(next)?.title ?? next,
    }));
    if (became === undefined) return null;
    this.#report.otherVintage({ line, code, title, vintage: 'SOC 2010', became });
    if (!isMapped) return null;
    const sameName = became.filter((next) => sameTitle(next.title, title));
    const [only, ...others] = sameName.length === 1 ? sameName : became;
    if (only && others.length === 0) return { occupation: this.#known(only.code, only.title) };
    const list = became.map((next) => `${next.code} ${next.title}`).join('; ');
    return { reason: `${code} is a SOC 2010 code that was divided: choose among ${list}` };
  }

  #unknown(line: number, code: string, title: string): RowCode {
    const suggestion = this.#nearest(code, title);
    this.#report.unknownCode({ line, code, title, suggestion });
    const nearest =
      suggestion === null ? 'nothing is near it' : `nearest: ${suggestion.code} ${suggestion.title}`;
    return { reason: `${code} is not in the code list; ${nearest}` };
  }

  /** Long files repeat their codes, and looking for the nearest one takes long. */
  #nearest(code: string, title: string): { code: string; title: string } | null {
    const key = `${code} ${title}`;
    const known = this.#suggestions.get(key);
    if (known !== undefined) return known;
    const match = nearestMatch(this.#codes, code, title);
    const suggestion = match === null ? null : { code: match.code, title: match.title };
    if (this.#suggestions.size < mostSuggestions) this.#suggestions.set(key, suggestion);
    return suggestion;
  }

  /** `.00` is the SOC occupation itself; other endings are occupations of O*NET-SOC 2019. */
  #onet(line: number, cell: string, title: string): RowCode {
    const code = cell.trim();
    const soc = socOfOnet(code);
    if (soc === null)
      return {
        reason: `this is not an O*NET-SOC 2019 code, which looks like ${codeSystems.ONET2019.example}`,
      };
    if (!this.#codes.has(soc)) return this.#soc(line, soc, title);
    if (code.endsWith('.00')) return { occupation: this.#known(soc, title) };
    return { occupation: { code, system: 'ONET2019', level: 'detailed', title: title || code } };
  }

  #known(code: string, title: string): RowOccupation {
    return {
      code,
      system: this.#codes.system,
      level: isBlsHybrid(code) ? 'bls_hybrid' : 'detailed',
      title: title || (this.#codes.get(code)?.title ?? code),
    };
  }
}

function nocOccupation(cell: string, title: string): RowCode {
  const code = cell.trim();
  return codeSystems.NOC2021.shape.test(code)
    ? { occupation: { code, system: 'NOC2021', level: 'detailed', title: title || code } }
    : {
        reason: `this is not a NOC 2021 code of a unit group, which looks like ${codeSystems.NOC2021.example}`,
      };
}

function sameTitle(known: string, title: string): boolean {
  return foldWords(known).join(' ') === foldWords(title).join(' ');
}

/** Which May a wage table is of, and from which amount on it prints `#`. Both change from year to year; neither is guessed. */
import type { ImportQuestion } from '../preview.ts';
import type { FileContext } from '../source-profile.ts';

export interface OewsVintage {
  /** "2024-05". */
  period: string;
  /** "May 2024". */
  name: string;
  hourlyBound: number;
  annualBound: number;
}

/** As the legends of those years print them. */
const bounds: Readonly<Record<string, readonly [hourly: number, annual: number]>> = {
  2019: [100, 208_000],
  2020: [100, 208_000],
  2021: [100, 208_000],
  2022: [115, 239_200],
  2023: [115, 239_200],
  2024: [115, 239_200],
  2025: [115, 239_200],
};

export function oewsVintage(context: FileContext): OewsVintage | { questions: ImportQuestion[] } {
  const year = yearOf(context);
  const legend = legendBounds(context.words) ?? (year === null ? undefined : bounds[year]);
  const told = toldBounds(context.answers['top_code']);
  const found = legend ?? told;
  if (year !== null && found)
    return { period: `${year}-05`, name: `May ${year}`, hourlyBound: found[0], annualBound: found[1] };
  return {
    questions: [...(year === null ? [askYear] : []), ...(year !== null && !found ? [askBounds] : [])],
  };
}

const askYear: ImportQuestion = {
  id: 'year',
  ask: 'Of which year are these wages?',
  hint: 'Neither the sheet nor the file name says it. The reference month is May; write the year, as 2024.',
  choices: [],
};

const askBounds: ImportQuestion = {
  id: 'top_code',
  ask: 'From which wage on does this table print #?',
  hint: 'The field descriptions of the download name both amounts. Write the hourly and the yearly one: 115.00 / 239200.',
  choices: [],
};

/** The field descriptions first, then the sheet, then the file. A sheet "UpdateTime" of another year is not believed. */
function yearOf({ words, sheet, fileName, answers }: FileContext): string | null {
  const told = /^\s*(20\d\d)\s*$/.exec(answers['year'] ?? '')?.[1];
  const described = /\bMay (20\d\d)\b[^\n]*(?:OEWS|OES|Estimates)/i.exec(words)?.[1];
  const named =
    /M(20\d\d)/.exec(`${sheet ?? ''} ${fileName}`)?.[1] ?? /\bmay[ _-]?(20\d\d)/i.exec(fileName)?.[1];
  return told ?? described ?? named ?? null;
}

function legendBounds(words: string): readonly [number, number] | undefined {
  const found = /\$([\d.,]+) per hour or \$([\d,]+) per year/i.exec(words);
  return found ? asBounds(found[1], found[2]) : undefined;
}

function toldBounds(answer: string | undefined): readonly [number, number] | undefined {
  const [hourly, annual] = (answer ?? '').split('/');
  return asBounds(hourly, annual);
}

function asBounds(
  hourly: string | undefined,
  annual: string | undefined,
): readonly [number, number] | undefined {
  const [perHour, perYear] = [hourly, annual].map((text) => Number((text ?? '').replace(/[$,\s]/g, '')));
  return perHour && perYear && perHour < perYear ? [perHour, perYear] : undefined;
}

/** Why a preparation cannot be saved, in sentences that name the place. */
import { workshopSetup, type WorkshopSetup } from '#lib/protocol/commands/staff.ts';

type Issues = { path: readonly PropertyKey[]; message: string }[];

export function readSetup(json: string): { setup: WorkshopSetup } | { problems: string[] } {
  let typed: unknown;
  try {
    typed = JSON.parse(json);
  } catch {
    return { problems: ['What was sent could not be read. Reload the page and try again.'] };
  }
  const read = workshopSetup.safeParse(typed);
  if (!read.success) return { problems: sentences(read.error.issues, typed) };
  const loose = read.data.pathways.flatMap((pathway) => {
    const ids = new Set(pathway.steps.map(({ id }) => id));
    return pathway.transitions
      .filter(({ from, to }) => !ids.has(from) || !ids.has(to) || from === to)
      .map(() => `Draft pathway of ${pathway.title}: a transition must lead from one step to another.`);
  });
  return loose.length > 0 ? { problems: [...new Set(loose)] } : { setup: read.data };
}

const PLACES: Record<string, string> = {
  title: 'Title',
  sector: 'Sector',
  region: 'Region',
  datasetId: 'Dataset',
  shortlist: 'Short-list',
  guide: 'Guide',
  rule: 'Rule',
  pathways: 'Draft pathways',
  competitionText: 'Competition text',
  retentionDays: 'Retention',
};
const FIELDS: Record<string, string> = {
  title: 'title',
  purpose: 'purpose',
  prompts: 'prompt',
  minutes: 'minutes',
  label: 'name of a step',
};

function sentences(issues: Issues, typed: unknown): string[] {
  return [
    ...new Set(issues.slice(0, 10).map(({ path, message }) => `${placeOf(path, typed)}: ${words(message)}.`)),
  ];
}

function placeOf(path: readonly PropertyKey[], typed: unknown): string {
  const [first, index] = path;
  const place = PLACES[String(first)] ?? 'Preparation';
  const list = (typed as Record<string, unknown> | null)?.[String(first)];
  const entry: unknown = Array.isArray(list) && typeof index === 'number' ? list[index] : null;
  const title = (entry as { title?: unknown } | null)?.title;
  const field = path.map((part) => FIELDS[String(part)]).findLast((name) => name !== undefined);
  return [
    place,
    typeof title === 'string' && title !== '' ? `“${title}”` : null,
    path.length > 1 ? field : null,
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(', ');
}

function words(message: string): string {
  if (/>=1 characters|too small.*string/i.test(message)) return 'may not be empty';
  if (/<=\d+ characters/.test(message)) return 'is too long';
  return message.replace(/\.$/, '');
}

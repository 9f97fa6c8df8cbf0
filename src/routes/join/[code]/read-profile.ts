/** Reads the join form; what was typed comes back with what is wrong, so that nobody types it twice. */
import { profile, sizeBand, type Profile } from '#lib/protocol/people.ts';
import { PAGE_WORDS } from '#lib/ui/words/pages.ts';

export interface JoinValues {
  name: string;
  organisation: string;
  jobTitle: string;
  sizeBand: string;
  subSector: string;
  role: string;
}
export type JoinErrors = Partial<Record<keyof JoinValues, string>>;

const words = PAGE_WORDS.join;

export function readProfile(
  form: FormData,
): { values: JoinValues } & ({ profile: Profile } | { errors: JoinErrors }) {
  const text = (name: keyof JoinValues): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const values: JoinValues = {
    name: text('name'),
    organisation: text('organisation'),
    jobTitle: text('jobTitle'),
    sizeBand: text('sizeBand'),
    subSector: text('subSector'),
    role: text('role') === 'observer' ? 'observer' : 'employer',
  };
  const band = sizeBand.safeParse(values.sizeBand);
  const parsed = profile.safeParse({
    ...values,
    jobTitle: values.jobTitle || null,
    sizeBand: band.success ? band.data : null,
    subSector: values.subSector || null,
  });
  return parsed.success ? { values, profile: parsed.data } : { values, errors: errorsOf(values) };
}

function errorsOf(values: JoinValues): JoinErrors {
  const errors: JoinErrors = {};
  const longest = { name: 80, organisation: 120, jobTitle: 80, subSector: 60 } as const;
  for (const [field, limit] of Object.entries(longest) as [keyof typeof longest, number][])
    if (values[field].length > limit) errors[field] = words.tooLong;
  if (!values.name) errors.name = words.nameMissing;
  if (!values.organisation) errors.organisation = words.organisationMissing;
  return errors;
}

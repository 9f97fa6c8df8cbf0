/** What the mapping page is asked for, by its address and its fields. */
type Asked = Parameters<App.Locals['services']['mappings']['page']>[1];

const fieldNames =
  /^(?:(?:use|scale|period|zero|mark|flag|year|hour)-\d{1,3}|(?:use|scale|period|zero|only)-\d{1,3}-\d{1,2}|system|codeForm|areaName|leaveOut|publisher|source|release|licence|url|name)$/;
const longest = 2_000;

export function askedPlace(url: URL): Asked {
  const number = (name: string): number | null => {
    const text = url.searchParams.get(name) ?? '';
    return /^\d{1,6}$/.test(text) ? Number(text) : null;
  };
  return { table: number('table'), line: number('line'), lines: number('lines') };
}

export function mappingFields(form: FormData): Record<string, string> {
  const read = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && fieldNames.test(entry[0]),
  );
  return Object.fromEntries(read.map(([name, value]) => [name, value.slice(0, longest)]));
}

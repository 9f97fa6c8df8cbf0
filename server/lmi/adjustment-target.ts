/** What an adjustment is about, from its target: `${occupation}/${id}` for what belongs to an occupation, else the whole. */
export function splitTarget(target: string): { occupation: string; id: string } {
  const slash = target.indexOf('/');
  return slash < 0
    ? { occupation: target, id: target }
    : { occupation: target.slice(0, slash), id: target.slice(slash + 1) };
}

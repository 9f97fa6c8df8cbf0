/** What of the record is asked for; nothing said means all of it. */
export function readFilter(url: URL): { what: string; who: string; text: string } {
  const said = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 120);
  return { what: said('what'), who: said('who'), text: said('text') };
}

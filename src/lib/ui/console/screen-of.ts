/** What the room sees now, made from what the console knows: nothing that is not revealed, nothing of a stopped topic. */
import type { Content } from '#lib/protocol/views/content.ts';
import type { ConsoleView, ScreenView } from '#lib/protocol/views/faces.ts';

export function screenOf(view: ConsoleView): ScreenView {
  return {
    face: 'screen',
    header: view.header,
    content: contentFor(view),
    dots: view.header.topicStopped ? [] : dotsOf(view),
    spotlit: view.header.spotlight ? { text: view.header.spotlight.label } : null,
    storage: view.storage,
  };
}

function contentFor(view: ConsoleView): Content {
  if (view.header.topicStopped) return { kind: 'stopped' };
  if (view.revealed || !('results' in view.content)) return view.content;
  return { ...view.content, results: null };
}

/** A dot a firm with an employer here, filled when one of its people has finished. */
function dotsOf(view: ConsoleView): boolean[] {
  const employers = view.people.filter(
    (person) => person.role === 'employer' && (person.connected || person.paper),
  );
  return view.firms
    .map((firm) => employers.filter((person) => person.firm === firm.id))
    .filter((people) => people.length > 0)
    .map((people) => people.some((person) => person.finished));
}

import type { ContentOf } from '#lib/protocol/views/content.ts';

type Comments = NonNullable<ContentOf<'reason'>['results']>['comments'];
const ROOM_A_PAGE = 620;

/** Comments in pages a room can read: kept together by theme, so many characters a page. */
export function commentPages(comments: Comments): Comments[] {
  const byTheme = [...comments].sort((a, b) => (a.theme ?? '~').localeCompare(b.theme ?? '~'));
  const pages: Comments[] = [];
  let room = 0;
  for (const comment of byTheme) {
    const needs = 60 + comment.text.length;
    const page = pages.at(-1);
    if (page && needs <= room) {
      page.push(comment);
      room -= needs;
    } else {
      pages.push([comment]);
      room = ROOM_A_PAGE - needs;
    }
  }
  return pages;
}

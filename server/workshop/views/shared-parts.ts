/**
 * What console, screen and phone show alike, made once for all who look at the same moment (B1). Good for that moment only:
 * the state changes in place.
 */
import type { Content } from '../../../src/lib/protocol/views/content.ts';
import type { HeaderView } from '../../../src/lib/protocol/views/header.ts';
import type { WorkshopState } from '../state.ts';
import { contentView } from './content-view.ts';
import { headerView } from './header-view.ts';

export interface SharedParts {
  header(): HeaderView;
  /** `showResults` as in `contentView`: what one audience may see never stands in for what another may (V5). */
  content(showResults: boolean): Content;
}

export function sharedParts(state: WorkshopState, now: number): SharedParts {
  let header: HeaderView | null = null;
  const contents = new Map<boolean, Content>();
  return {
    header: () => (header ??= headerView(state)),
    content(showResults) {
      const content = contents.get(showResults) ?? contentView(state, showResults, now);
      contents.set(showResults, content);
      return content;
    },
  };
}
